"""One customer's half-year, from the quote to the grade: read it top to bottom.

What is typed, day by day, stands in half_year.txt. What must come of it was worked
by hand from the rules of the trade and stands here, beside the reckoning.

    P1 sells at 18.50, P2 at 9.60 (quoted); 13 % tax is in every price.

    order 1   1000 P1 = 18,500.00    500 P2 = 4,800.00    less 300.00 = 23,000.00
              of the 300.00 P1 bears 300 × 18,500 ÷ 23,300 = 238.20, P2 61.80
              so 1000 P1 are 18,261.80 and 500 P2 are 4,738.20
    order 2   800 P1 = 14,800.00, of which 30 % = 4,440.00 in advance
    order 3   1000 P2 = 9,600.00

    A  17 Jan  600 P1 + 500 P2   10,957.08 + 4,738.20 = 15,695.28   due 28 Feb
       20 Jan  10 P1 short       back to 590: 10,774.46, so            −182.62
       26 Feb  50 P2 come back   4,738.20 × 50 ÷ 500                   −473.82
    B  12 Feb  410 P1            18,261.80 − 10,774.46 = 7,487.34    due 31 Mar
    C  16 Mar  500 P1            9,250.00, less 2,775.00 in advance: 6,475.00  30 Apr
    D  10 Apr  300 P1            5,550.00, less 1,665.00 in advance: 3,885.00  1 Jun
    E  11 Jun  500 P2            4,800.00                            due 31 Jul

28 February is a Saturday on which China works. 31 May is a Sunday, so D is due on
the Monday.
"""

import datetime as dt
import json
from decimal import Decimal
from itertools import pairwise

import openpyxl
import pytest

import xlsales
from scenarios.half_year import (
    STORY,
    book_on,
    chapters,
    contract_of,
    month_of,
    paper,
    papers_due_on,
    rows_on,
    statement_paper,
)
from xlsales import cli, jobs
from xlsales.checks.look import Look
from xlsales.checks.run import run_checks
from xlsales.ledger.ageing_table import ageing_table
from xlsales.ledger.dunning import Ladder
from xlsales.ledger.ladder import Step
from xlsales.ledger.late_charge import late_charge, late_rate
from xlsales.ledger.limitation import limitation_date
from xlsales.ledger.order_numbers import next_number, number_form
from xlsales.ledger.prices import Inquiry
from xlsales.ledger.rating import payment_record, proposed_grade
from xlsales.ledger.receivables import Receivables
from xlsales.ledger.statements import statement
from xlsales.ledger.waiting_money import money_waiting
from xlsales.money import total
from xlsales.sheets.book import book_of
from xlsales.sheets.credit import CREDIT_DECISIONS

C1 = ("C1", "CNY")
A, B, C, D, E = (
    "FH202601-001",
    "FH202602-001",
    "FH202603-001",
    "FH202604-001",
    "FH202606-001",
)
NONE, REMIND, REPORT, LETTER = Step
MONTH_ENDS = [
    "2026-01-31",
    "2026-02-28",
    "2026-03-31",
    "2026-04-30",
    "2026-05-31",
    "2026-06-30",
]


def date(day):
    return dt.date.fromisoformat(day)


def amounts(typed):
    """Read amounts as a person writes them: 15,512.66 and −."""
    return [Decimal(one.replace(",", "").replace("−", "-")) for one in typed.split()]


def look(day):
    return Look(book_on(day), date(day))


def open_items(day, typed_by=None):
    receivables = Receivables(book_on(typed_by or day))
    return receivables.open_items_of(C1, date(day))


def month_end(day):
    """Return the statement of the month that ends on a day, made on that day."""
    receivables = Receivables(book_on(day))
    return statement(receivables, receivables.account(C1), month_of(day[:7]), date(day))


def has(lines, *said):
    """Say which of the texts stand in no line of a paper; all of them should."""
    assert [one for one in said if not any(one in line for line in lines)] == []


# ------------------------------------------------------------ January: the order


def test_the_chapters_are_in_the_order_of_days():
    days = [day for day, _, _ in chapters()]
    assert days == sorted(days)
    assert (len(days), STORY.name) == (49, "half_year.txt")


# S-034, S-035
def test_the_quote_says_what_500_and_300_packs_cost():
    """500 × 18.50 = 9,250.00 and 300 × 9.60 = 2,880.00."""
    assert papers_due_on("quote", "2026-01-06") == ["BJ202601-001"]
    has(
        paper("quote", "BJ202601-001", "2026-01-06"),
        "报价日：2026年1月6日 | 有效期至：2026年6月30日",
        "1 | P1 | 复印纸 | A4 70g | 包 | 500 | 18.50 | 9,250.00",
        "2 | P2 | 收银纸 | 57×50 | 包 | 300 | 9.60 | 2,880.00",
        "12,130.00 元　人民币壹万贰仟壹佰叁拾元整",
        "付款条件：月结30天",
    )


@pytest.mark.parametrize(
    ("day", "quantity", "price"),
    [
        ("2026-01-07", 1000, "20"),  # not accepted yet: the list price
        ("2026-01-08", 1000, "18.50"),
        ("2026-01-08", 499, "20"),  # quoted from 500 on
        ("2026-06-30", 500, "18.50"),
    ],
)
def test_the_accepted_quote_is_the_price_in_force(day, quantity, price):
    book = book_on(day)
    product, customer = book.products["P1"], book.customers["C1"]
    asked = Inquiry(product, customer, "CNY", Decimal(quantity), date(day))
    found = look(day).price_list.in_force(asked)
    assert found.unit_price == Decimal(price)


@pytest.mark.parametrize(
    ("day", "number"),
    [
        ("2026-01-08", "LNSYNO.001"),  # 辽宁 LN, 沈阳 SY; the draft has no number
        ("2026-01-09", "LNSYNO.002"),
        ("2026-04-16", "LNSYNO.003"),
        ("2026-06-04", "LNSYNO.004"),
    ],
)
def test_the_next_order_gets_the_next_number_of_the_city(day, number):
    """S-052: a draft takes none; approval issues it and keeps the draft's key."""
    book = book_on(day)
    form = number_form(
        book.settings.order_number_pattern, book.customers["C1"], date(day)
    )
    assert next_number(book.orders, form) == number


def test_the_number_stands_in_the_order_its_lines_and_the_draft_s_place():
    book = book_on("2026-01-09")
    [order] = book.orders.values()
    assert (order.order_no, order.draft_no) == ("LNSYNO.001", "草稿-1")
    assert [line.amount for line in book.lines_of["LNSYNO.001"]] == amounts(
        "18,500.00 4,800.00"
    )


# S-093
def test_the_entry_contract_names_the_one_fee_the_store_may_keep():
    has(
        paper("entry_contract", "HT2026-002", "2026-01-05"),
        "合同编号：HT2026-002",
        "8 | 卖场特殊支持 | 堆头陈列费：一次性 800.00 元",
        "凭证未交付的，该项费用不得从货款中扣除",
    )


# S-171
def test_the_contract_says_the_total_the_tax_and_the_rate_of_the_yearly_one():
    """P1 18,261.80 × 13 ÷ 113 = 2,100.92, P2 4,738.20 × 13 ÷ 113 = 545.10."""
    has(
        contract_of("LNSYNO.001", "2026-01-09"),
        "合同编号：HT-LNSYNO.001",
        "本合同对应卖方订单 LNSYNO.001、买方订单 PO-101",
        "合同总价（含税，大写）：人民币贰万叁仟元整 | 人民币 23,000.00 元",
        "不含税金额 20,353.98 元，税额 2,646.02 元",
        "每日按逾期金额的 0.03% 向卖方支付违约金",
    )


# S-104, S-111
def test_the_delivery_note_says_what_goes_out_and_what_it_is_worth():
    lines = paper("delivery_note", A, "2026-01-15")
    has(
        lines,
        "1 | LNSYNO.001 | P1 | 复印纸 | A4 70g | 包 | 600 | 18.50 | 10,957.08",
        "2 | LNSYNO.001 | P2 | 收银纸 | 57×50 | 包 | 500 | 9.60 | 4,738.20",
        "15,695.28 元　人民币壹万伍仟陆佰玖拾伍元贰角捌分",
    )
    assert sum("10,957.08" in line for line in lines) == 2  # not on the carrier's copy


def test_what_was_shipped_is_worth_what_it_was_sold_for_to_the_fen():
    """C(q) of P1 = 18,261.80 × q ÷ 1000: 600, back to 590, on to 1000."""
    receivables = Receivables(book_on("2026-06-30"))
    found = [
        (one.delivery.delivery_no, one.line.line_no, one.amount)
        for one in receivables.movements
    ]
    assert found == [
        (A, 1, Decimal("10957.08")),
        (A, 2, Decimal("4738.20")),
        ("TH202601-001", 1, Decimal("-182.62")),
        (B, 1, Decimal("7487.34")),
        ("TH202602-001", 2, Decimal("-473.82")),
        (C, 1, Decimal("9250.00")),
        (D, 1, Decimal("5550.00")),
        (E, 1, Decimal("4800.00")),
    ]


# ------------------------------------------------------- the months, one by one


@pytest.mark.parametrize(
    ("day", "figures"),
    [
        # opening; delivered, returned; money, bills; entered late, allowed; closing
        (
            "2026-01-31",
            "3,000.00  15,695.28 −182.62  −3,000.00 0  0 0  15,512.66",
        ),
        # the fee of 800.00 waits for its paper and takes nothing off
        (
            "2026-02-28",
            "15,512.66  7,487.34 −473.82  −10,000.00 0  0 0  12,526.18",
        ),
        # the paper came: entered late. The cheque that bounced did nothing at all
        (
            "2026-03-31",
            "12,526.18  9,250.00 0  −4,440.00 −4,238.84  −800.00 0  12,297.34",
        ),
        # 487.34 is not confirmed
        ("2026-04-30", "12,297.34  5,550.00 0  0 0  0 0  17,847.34"),
        # 487.34 + 7,000.00 + 6,105.00
        ("2026-05-31", "17,847.34  0 0  −13,592.34 0  0 0  4,255.00"),
        # the bill that was honoured was off already
        ("2026-06-30", "4,255.00  4,800.00 0  0 0  0 −370.00  8,685.00"),
    ],
)
def test_what_was_owed_moved_and_is_owed_at_the_end_of_the_month(day, figures):
    opening, *moved, closing = amounts(figures)
    made = month_end(day)
    names = ["delivery", "return", "receipt", "bill", "late_entry", "allowance"]
    sums = {kind.value: amount for kind, amount in made.sums.items()}
    assert (made.opening, made.closing) == (opening, closing)
    assert [sums.pop(name, 0) for name in names] == moved
    assert sums == {}
    assert opening + sum(moved) == closing


# S-143
def test_every_month_opens_with_what_the_one_before_closed_with():
    for before, after in pairwise(MONTH_ENDS):
        assert month_end(after).opening == month_end(before).closing


def test_the_half_year_adds_up():
    """3,000.00 + 42,782.62 − 656.44 − 31,032.34 − 4,238.84 − 800.00 − 370.00."""
    parts = amounts("42,782.62 −656.44 −31,032.34 −4,238.84 −800.00 −370.00")
    assert Decimal("3000.00") + sum(parts) == Decimal("8685.00")
    moved = [made.closing - made.opening for made in map(month_end, MONTH_ENDS)]
    assert sum(moved) == sum(parts)
    closing = Receivables(book_on("2026-06-30")).account(C1).balance(date("2026-06-30"))
    assert closing == Decimal("8685.00")


@pytest.mark.parametrize(
    ("day", "buckets", "unallocated", "of"),
    [
        # not due, 1–30, 31–60 days late; the further buckets are empty all along
        ("2026-01-31", "15,512.66 0 0", "0", "A"),
        ("2026-02-28", "12,526.18 0 0", "0", "A 5,038.84 due today, B"),
        ("2026-03-01", "7,487.34 5,038.84 0", "0", "A day 1"),
        ("2026-03-31", "13,962.34 0 0", "1,665.00", "B due today, C"),
        ("2026-04-01", "6,475.00 7,487.34 0", "1,665.00", "B day 1"),
        ("2026-04-30", "10,360.00 7,487.34 0", "0", "B day 30; C due today, D"),
        ("2026-05-01", "3,885.00 6,475.00 7,487.34", "0", "B day 31, C day 1"),
        ("2026-05-31", "3,885.00 0 370.00", "0", "D; what is in dispute, day 31"),
        ("2026-06-30", "8,685.00 0 0", "0", "D, put off to today; E"),
    ],
)
def test_ageing_less_what_met_nothing_is_what_is_owed(day, buckets, unallocated, of):
    receivables = Receivables(book_on(day))
    [row] = ageing_table(receivables, date(day)).rows
    assert list(row.by_due) == [*amounts(buckets), 0, 0, 0, 0], of
    assert [row.unallocated] == amounts(unallocated)
    assert row.gross - row.unallocated == row.closing
    assert list(row.by_origin) == [row.gross, 0, 0, 0]
    assert row.closing == receivables.account(C1).balance(date(day))


@pytest.mark.parametrize(
    ("day", "to_invoice", "red_to_come"),
    [
        ("2026-01-31", "15,512.66", "0"),
        ("2026-02-06", "0", "0"),
        ("2026-02-28", "7,487.34", "473.82"),
        ("2026-03-06", "0", "0"),
        ("2026-03-31", "9,250.00", "0"),
        ("2026-04-30", "5,550.00", "0"),
        ("2026-05-31", "0", "0"),
        ("2026-06-05", "0", "0"),  # 370.00 allowed in red is not invoiced again
        ("2026-06-30", "4,800.00", "0"),
    ],
)
def test_what_is_delivered_and_not_invoiced(day, to_invoice, red_to_come):
    """Invoiced and not = delivered less returned."""
    found = look(day).invoicing
    assert [total(one.amount for one in found.billable)] == amounts(to_invoice)
    assert [total(found.red_due.values())] == amounts(red_to_come)


# ------------------------------------- February: the fee, the return, the invoice


# S-128, S-130
def test_the_invoice_is_asked_for_after_the_signed_statement():
    """10,774.46 and 4,738.20; the tax is 1,239.54 + 545.10 = 1,784.64."""
    assert papers_due_on("invoice_request", "2026-02-05") == ["KP202602-001"]
    has(
        paper("invoice_request", "KP202602-001", "2026-02-05"),
        "复印纸 | A4 70g | 包 | 590 | 18.2618 | 10,774.46 | 13% | 1,239.54",
        "收银纸 | 57×50 | 包 | 500 | 9.4764 | 4,738.20 | 13% | 545.10",
        "价税合计（大写）：人民币壹万伍仟伍佰壹拾贰元陆角陆分",
    )
    has(
        paper("invoice_request", "KP202603-001", "2026-03-05"),
        "复印纸 | A4 70g | 包 | 410 | 18.2618 | 7,487.34 | 13% | 861.38",
    )


def test_a_fee_without_its_paper_is_shown_and_takes_nothing_off():
    """It stands beside what January still owes: 15,038.84 − 10,000.00."""
    [memo] = month_end("2026-02-28").uncleared
    assert (memo.document, memo.amount) == ("KK-1", 800)
    assert [one.open_amount for one in open_items("2026-02-28")] == amounts(
        "5,038.84 7,487.34"
    )
    has(
        statement_paper("2026-02", "2026-03-02"),
        "2026-02-25 | KK-1 | 服务费 | 单据未到我方，到后冲减应收 | 800",
        "截至 2026年2月28日的对账单所列贵方应付余额 人民币 12,526.18 元",
        "大写：人民币壹万贰仟伍佰贰拾陆元壹角捌分",
    )


def test_the_fee_takes_off_once_its_paper_is_there():
    before, after = open_items("2026-03-17"), open_items("2026-03-18")
    assert (before[0].document, before[0].open_amount) == (A, Decimal("5038.84"))
    assert (after[0].document, after[0].open_amount) == (A, Decimal("4238.84"))
    has(
        statement_paper("2026-03", "2026-04-01"),
        "2026-03-01 | 期初余额 | 12526.18",
        "DZ202602-C1 | 补记 （2026-02 对账单出具后补入） | 800.00 | 11726.18",
        "2026-03-31 | 期末余额 | 9250.00 | 9478.84 | 12297.34",
    )


# ---------------------------------------- March: advance, cheque, bill of exchange


# S-107, S-109
def test_the_second_order_ships_against_its_advance_and_finance_s_word():
    """30 % × 14,800.00 = 4,440.00, there since the sixth; nothing before shipping."""
    receivables = Receivables(book_on("2026-03-12"))
    held = receivables.settled(C1, date("2026-03-11")).held
    assert held == {"LNSYNO.002": Decimal("4440.00")}
    rows = rows_on("2026-03-12")
    for row in rows["deliveries"]:
        row["finance_release"] = None
    found = run_checks(book_of(rows), date("2026-03-12"))
    assert "del_not_released" in {one.code for one in found.problems}


@pytest.mark.parametrize(
    ("day", "held", "items"),
    [
        # the advance of 4,440.00: 500 of 800 take 2,775.00, the other 300 the rest
        ("2026-03-06", "4,440.00", {}),
        ("2026-03-16", "1,665.00", {C: "6475.00"}),
        ("2026-04-10", "0", {C: "6475.00", D: "3885.00"}),
    ],
)
def test_the_advance_is_used_up_delivery_by_delivery(day, held, items):
    settled = Receivables(book_on(day)).settled(C1, date(day))
    assert [total(settled.held.values())] == amounts(held)
    found = {
        one.document: str(one.open_amount)
        for one in open_items(day)
        if one.order_no == "LNSYNO.002"
    }
    assert found == items


@pytest.mark.parametrize(
    ("day", "in_transit", "open_of_a"),
    [
        ("2026-03-02", "4,238.84", "5,038.84"),  # in hand
        ("2026-03-08", "4,238.84", "5,038.84"),  # at the bank
        ("2026-03-09", "0", "5,038.84"),  # bounced: nothing waits, nothing was paid
        ("2026-03-19", "0", "4,238.84"),  # the fee
    ],
)
def test_the_cheque_that_bounces_never_counted(day, in_transit, open_of_a):
    waiting = money_waiting(Receivables(book_on(day)), C1, date(day))
    assert [total(one.amount for one in waiting)] == amounts(in_transit)
    assert [open_items(day)[0].open_amount] == amounts(open_of_a)


# S-149, S-155
def test_a_receipt_is_written_for_the_cheque_and_none_once_it_bounced():
    has(
        paper("receipt", "SK-3", "2026-03-02"),
        "支票　票据/流水号 ZP0302",
        "人民币肆仟贰佰叁拾捌元捌角肆分",
        "支票以银行收妥为准；退票的，本收据作废。",
    )
    assert paper("receipt", "SK-3", "2026-03-09") == ["已退票或拒付"]


def test_the_bill_closes_january_and_stays_a_risk_until_it_is_honoured():
    assert [one.document for one in open_items("2026-03-20")] == [B, C]
    in_hand = {
        day: look(day).exposures.of(C1).bills
        for day in ("2026-03-19", "2026-03-20", "2026-06-17", "2026-06-18")
    }
    assert list(in_hand.values()) == amounts("0 4,238.84 4,238.84 0")


# S-170
def test_january_s_rest_is_reported_ten_days_late():
    has(
        paper("report", "WH202603-001", "2026-03-10"),
        f"1 | {A} | LNSYNO.001 | 2026-01-17 | 2026-02-28 | 10 | 15,695.28 | 5,038.84",
        "支票退票，换银票",
    )


# ----------------------------------------------------- April: the ladder, day by day


@pytest.mark.parametrize(
    ("day", "typed_by", "late", "step", "on_record", "proposed"),
    [
        # B, due 31 March: reminded on the 30th, reported on 7 April
        ("2026-03-27", "2026-03-27", -4, NONE, NONE, NONE),
        ("2026-03-28", "2026-03-28", -3, REMIND, NONE, REMIND),
        ("2026-03-30", "2026-03-30", -1, REMIND, REMIND, NONE),
        ("2026-03-31", "2026-03-31", 0, REMIND, REMIND, NONE),
        ("2026-04-01", "2026-04-01", 1, REMIND, REMIND, NONE),
        ("2026-04-06", "2026-04-06", 6, REMIND, REMIND, NONE),
        ("2026-04-07", "2026-04-06", 7, REPORT, REMIND, REPORT),
        ("2026-04-07", "2026-04-07", 7, REPORT, REPORT, NONE),
        ("2026-04-29", "2026-04-29", 29, REPORT, REPORT, NONE),
        # a month after the 31st is the 30th: April has no more
        ("2026-04-30", "2026-04-29", 30, LETTER, REPORT, LETTER),
        ("2026-05-06", "2026-05-06", 36, LETTER, LETTER, NONE),
    ],
)
def test_february_climbs_the_ladder(day, typed_by, late, step, on_record, proposed):
    """S-169, S-170, S-171: a step is proposed until 催收 has it."""
    rungs = Ladder(Receivables(book_on(typed_by)), date(day)).of(C1)
    [rung] = [one for one in rungs if one.item.document == B]
    assert (date(day) - rung.item.due_date).days == late
    assert (rung.step, rung.on_record, rung.proposed) == (step, on_record, proposed)


def test_the_day_it_is_due_is_not_overdue_and_the_next_is():
    overdue = [month_end("2026-03-31").overdue, month_end("2026-04-30").overdue]
    assert overdue == amounts("0 7,487.34")
    [before, after] = (
        [one.document for one in open_items(day) if one.days_late(date(day)) > 0]
        for day in ("2026-03-31", "2026-04-01")
    )
    assert (before, after) == ([], [B])


def test_the_report_says_what_is_a_week_late():
    assert papers_due_on("report", "2026-04-07") == ["WH202604-001"]
    has(
        paper("report", "WH202604-001", "2026-04-07"),
        "逾期合计 | 7,487.34 元（1 笔，最长逾期 7 天）",
        "承诺付款日 | 2026年4月30日",
    )


def test_what_is_in_dispute_stands_apart_and_is_not_dunned():
    """C on 7 May, a week late: 6,105.00 of it is to be reported, 370.00 is not."""
    rungs = Ladder(Receivables(book_on("2026-05-07")), date("2026-05-07")).of(C1)
    found = [
        (one.item.open_amount, one.step, one.proposed, one.is_disputed)
        for one in rungs
        if one.item.document == C
    ]
    assert found == [
        (Decimal("6105.00"), REPORT, REPORT, False),
        (Decimal("370.00"), REPORT, NONE, True),
    ]


# --------------------------------------------------------------- May: the letter


# S-161, S-171
def test_no_letter_goes_out_while_money_waits_to_be_confirmed():
    assert paper("letter", "YQ202604-001", "2026-04-30") == [
        "有 487.34 未到账或未核销，先核销再发函"
    ]


def test_the_late_charge_is_that_of_the_contract_day_by_day():
    """0.03 % a day: 7,000.00 × 36 = 75.60; all of C, 6,475.00 × 6 = 11.655: 11.66."""
    book, day = book_on("2026-05-06"), date("2026-05-06")
    b, c, d = open_items("2026-05-06")
    assert [late_rate(book, one) for one in (b, c, d)] == [Decimal("0.0003")] * 3
    assert late_charge(b, late_rate(book, b), day) == Decimal("75.60")
    assert late_charge(c, late_rate(book, c), day) == Decimal("11.66")
    assert late_charge(d, late_rate(book, d), day) == 0


def test_the_letter_asks_for_what_is_late_its_charge_and_not_what_is_in_dispute():
    """7,000.00 + 6,105.00 = 13,105.00.

    Charged: 75.60, and 6,105.00 × 6 × 0.03 % = 10.989, so 10.99: 86.59 in all.
    """
    has(
        paper("letter", "YQ202604-001", "2026-05-06"),
        "共 2 笔，合计人民币 13,105.00 元（大写：人民币壹万叁仟壹佰零伍元整）",
        "其中逾期满一个月的 1 笔，金额 7,000.00 元",
        f"1 | {B} | LNSYNO.001 | 2026-02-12 | 2026-03-31 | 36 | 7,000.00 | 满一个月",
        f"2 | {C} | LNSYNO.002 | 2026-03-16 | 2026-04-30 | 6 | 6,105.00",
        "按日利率 0.03% 计 86.59 元",
        "以上货款与违约金共计 13,191.59 元",
        f"双方尚在核对的款项 370.00 元（{C} 370.00）",
        "请贵公司于 2026年5月13日前",
        "附件：货款往来对账单（DZ202605-C1）一份",
    )


def test_the_statement_that_goes_with_the_letter_says_the_same():
    """17,847.34 − 487.34 on the day of the letter."""
    has(
        statement_paper("2026-05", "2026-05-06"),
        "编号 DZ202605-C1",
        "2026-05-06 | 期末余额 | 0.00 | 487.34 | 17360.00",
        f"2026-03-31 | {B} | LNSYNO.001 | 逾期 36 天 | 2026-02-12",
        f"2026-04-30 | {C} | LNSYNO.002 | 逾期 6 天 | 2026-03-16",
    )


@pytest.mark.parametrize(
    ("day", "ends"),
    [
        # three years from the latest of these; February's statement was back before
        ("2026-04-07", {B: "2029-03-31", C: "2029-04-30"}),  # due
        ("2026-04-08", {B: "2029-04-08", C: "2029-04-30"}),  # March's came back
        ("2026-05-06", {B: "2029-05-06", C: "2029-05-06", D: "2029-06-01"}),  # letter
        ("2026-05-11", {B: "2029-05-11", C: "2029-05-11", D: "2029-06-01"}),  # April's
        ("2026-05-20", {C: "2029-05-20", D: "2029-06-01"}),  # a part was paid
    ],
)
def test_until_when_it_can_be_claimed_at_court(day, ends):
    receivables = Receivables(book_on(day))
    found = {
        one.document: str(limitation_date(receivables, one, date(day)))
        for one in receivables.open_items_of(C1, date(day))
    }
    assert found == ends


# ------------------------------------------------------------ June: the extension


# S-183
def test_the_extension_is_asked_for_on_paper():
    """From 1 June, a day late, to the 30th: 29 days."""
    assert papers_due_on("extension", "2026-06-02") == ["ZQ202606-001"]
    has(
        paper("extension", "ZQ202606-001", "2026-06-02"),
        f"单据号 | {D} | 订单号 | LNSYNO.002",
        "3,885.00 元（大写：人民币叁仟捌佰捌拾伍元整）",
        "新到期日 | 2026年6月30日",
        "1 | 2026-06-01 | 逾期 1 天 | 3,885.00 | 29",
    )
    assert papers_due_on("extension", "2026-06-04") == []


@pytest.mark.parametrize(
    ("day", "due", "late", "step"),
    [
        ("2026-06-01", "2026-06-01", 0, REMIND),
        ("2026-06-03", "2026-06-01", 2, REMIND),  # asked for, not approved
        ("2026-06-04", "2026-06-30", -26, NONE),
        ("2026-06-26", "2026-06-30", -4, NONE),
        ("2026-06-27", "2026-06-30", -3, REMIND),
        ("2026-06-30", "2026-06-30", 0, REMIND),
    ],
)
def test_an_approved_extension_moves_the_due_date(day, due, late, step):
    rungs = Ladder(Receivables(book_on(day)), date(day)).of(C1)
    [rung] = [one for one in rungs if one.item.document == D]
    assert (str(rung.item.due_date), rung.step) == (due, step)
    assert (date(day) - rung.item.due_date).days == late


# -------------------------------------------------------------- the credit, all along


@pytest.mark.parametrize(
    ("day", "exposure", "why"),
    [
        # open items + on the way + credit part of confirmed orders + bills
        ("2026-01-08", "3,000.00", "the draft is not confirmed"),
        ("2026-01-09", "26,000.00", "3,000.00 + 23,000.00 ordered"),
        ("2026-01-15", "26,000.00", "15,695.28 on the way, 7,304.72 ordered"),
        ("2026-01-17", "26,000.00", "open, not on the way"),
        ("2026-01-20", "26,000.00", "182.62 less open, as much more to ship"),
        ("2026-01-28", "23,000.00", "3,000.00 came"),
        ("2026-02-10", "23,000.00", "nothing left to ship"),
        ("2026-02-26", "12,526.18", "10,000.00 came, 473.82 came back for good"),
        ("2026-03-05", "22,886.18", "and 70 % of 14,800.00"),
        ("2026-03-06", "22,886.18", "an advance is no credit for the rest"),
        ("2026-03-09", "22,886.18", "the cheque had taken nothing off"),
        ("2026-03-12", "22,886.18", "6,475.00 on the way, 3,885.00 ordered"),
        ("2026-03-16", "22,886.18", "C 6,475.00 open"),
        ("2026-03-18", "22,086.18", "the fee"),
        ("2026-03-20", "22,086.18", "a bill in hand for an open item"),
        ("2026-04-10", "22,086.18", "D 3,885.00 open, nothing left to ship"),
        ("2026-05-06", "21,598.84", "487.34"),
        ("2026-05-20", "8,493.84", "370.00 + 3,885.00 + the bill 4,238.84"),
        ("2026-06-04", "17,723.84", "3,885.00 + 9,600.00 + the bill"),
        ("2026-06-11", "17,723.84", "half of it open"),
        ("2026-06-18", "13,485.00", "the bill is honoured"),
        ("2026-06-30", "13,485.00", "3,885.00 + 4,800.00 + 4,800.00 ordered"),
    ],
)
def test_what_is_at_risk(day, exposure, why):
    """S-177: a part due before shipping never counts, and nothing counts twice."""
    assert [look(day).exposures.of(C1).total] == amounts(exposure), why


# S-177
@pytest.mark.parametrize(
    ("limit", "blocked"),
    [("30,000.00", True), ("31,686.17", True), ("31,686.18", False)],
)
def test_the_third_order_would_go_beyond_the_limit_in_april(limit, blocked):
    """22,086.18 and 9,600.00 are 31,686.18; equal passes."""
    rows = rows_on("2026-04-16")
    [rows["customers"][0]["credit_limit"]] = amounts(limit)
    found = run_checks(book_of(rows), date("2026-04-16")).of_order("草稿-3")
    assert ("credit_exceeded" in {one.code for one in found}) is blocked


def test_the_exposure_of_a_draft_comes_on_top():
    seen = look("2026-04-16")
    at = seen.exposures.at(seen.book.orders["草稿-3"])
    assert [at.balance, at.in_transit, at.bills, at.orders] == amounts(
        "17,847.34 0 4,238.84 9,600.00"
    )


# S-175
def test_the_half_year_proposes_grade_c_and_a_person_approves_it():
    """Late by amount, over everything that was paid:

    A        4,238.84 × 20 =    84,776.80      on time: 3,000.00, 10,000.00
    B          487.34 × 36 =    17,544.24      and the advance of 4,440.00
    B        7,000.00 × 45 =   315,000.00
    C        6,105.00 × 20 =   122,100.00
    together              539,421.04 ÷ 35,271.18 = 15.29 days: more than B's 15

    Nothing is late on 30 June, and the first deal is two years ago.
    """
    receivables = Receivables(book_on("2026-06-30"))
    record = payment_record(receivables, C1, date("2026-06-30"))
    assert round(record.days_late, 2) == Decimal("15.29")
    assert (record.overdue_share, record.years, record.complaints) == (0, 2, 0)
    [decision] = book_on("2026-06-30")[CREDIT_DECISIONS].records
    assert proposed_grade(record) is decision.grade
    assert (decision.grade.label.zh, decision.approver) == ("C", "E3")


# ------------------------------------------------------------- what the check finds


FOUND = """
    2026-01-05  –
    2026-01-08  –
    2026-01-09  –
    2026-01-15  –
    2026-01-17  del_exception_open
    2026-01-20  –
    2026-02-06  –
    2026-02-12  –
    2026-02-25  –
    2026-02-26  inv_over_delivered
    2026-03-05  inv_over_delivered customer_late
    2026-03-06  customer_late
    2026-03-07  customer_overdue
    2026-03-11  customer_overdue
    2026-03-16  customer_overdue
    2026-03-18  customer_overdue statement_changed
    2026-03-20  statement_changed
    2026-04-01  customer_late
    2026-04-07  customer_overdue
    2026-04-08  –
    2026-04-15  –
    2026-04-16  customer_overdue credit_exceeded
    2026-04-30  customer_overdue credit_exceeded letter_money_waiting
    2026-05-06  customer_overdue credit_exceeded
    2026-05-11  customer_overdue credit_exceeded inv_late
    2026-05-12  customer_overdue credit_exceeded
    2026-05-15  customer_overdue
    2026-05-28  customer_overdue
    2026-05-29  customer_overdue dispute_open_long
    2026-06-02  customer_overdue dispute_open_long extension_unapproved
    2026-06-03  customer_late extension_unapproved
    2026-06-04  –
    2026-06-05  –
    2026-06-18  –
    2026-06-30  –
"""


@pytest.mark.parametrize("line", FOUND.split("\n")[1:-1])
def test_the_check_finds_what_it_should_and_nothing_else(line):
    """Each with its why:

    del_exception_open    ten packs short and not yet taken off
    inv_over_delivered    fifty packs came back; the red invoice is of 6 March
    customer_late         A (from 1 March), B (1 April) and D (2 June), below a week
    customer_overdue      a week or more; C's 370.00 too, as long as it is open
    statement_changed     the fee came into February; March's statement tells of it
    credit_exceeded       the draft of April, until money comes on 15 May
    letter_money_waiting  a letter is typed while 487.34 waits
    inv_late              D was signed on 10 April, 31 days before
    dispute_open_long     the dispute of 28 April, from its 31st day on
    extension_unapproved  asked for on 2 June, approved on the 4th
    """
    day, *codes = line.split()
    checked = run_checks(book_on(day), date(day))
    found = sorted({one.code for one in checked.problems})
    assert found == sorted(one for one in codes if one != "–")
    assert len(checked.problems) == len(found)


@pytest.mark.parametrize(
    ("day", "order_no", "verdict"),
    [
        ("2026-01-08", "草稿-1", "ok"),
        ("2026-03-06", "LNSYNO.002", "ok"),
        ("2026-03-10", "LNSYNO.002", "exception"),
        ("2026-03-11", "LNSYNO.002", "released"),
        ("2026-03-20", "LNSYNO.002", "ok"),
        ("2026-04-16", "草稿-3", "exception"),
        ("2026-06-03", "草稿-3", "ok"),
        ("2026-06-04", "LNSYNO.003", "ok"),
    ],
)
def test_an_order_has_one_verdict(day, order_no, verdict):
    verdicts = run_checks(book_on(day), date(day)).verdicts
    assert {one.order_no: one.verdict.value for one in verdicts}[order_no] == verdict


# ------------------------------------------------------------------ the statistics


SALES = {
    "2026-01": "15,512.66",
    "2026-02": "7,013.52",
    "2026-03": "9,250.00",
    "2026-04": "5,550.00",
    "2026-05": "0",
    "2026-06": "4,800.00",
    "2026-Q1": "31,776.18",
    "2026-Q2": "10,350.00",
    "2026-H1": "42,126.18",
}
# the bill of March is money on 18 June, when it is honoured
RECEIPTS = {
    "2026-01": "3,000.00",
    "2026-02": "10,000.00",
    "2026-03": "4,440.00",
    "2026-04": "0",
    "2026-05": "13,592.34",
    "2026-06": "4,238.84",
    "2026-Q1": "17,440.00",
    "2026-Q2": "17,831.18",
    "2026-H1": "35,271.18",
}
MONTHS = [f"2026-0{month}" for month in range(1, 7)]


def statistics(period, day="2026-06-30"):
    made = jobs.stats(book_on(day), month_of(period), as_of=date(day))
    return jobs.statistics_json(made)["currencies"].get("CNY")


@pytest.fixture(scope="module")
def figures():
    return {period: statistics(period) for period in SALES}


# S-145, S-158
@pytest.mark.parametrize("period", SALES)
def test_what_was_sold_and_received(figures, period):
    total_of = figures[period]["total"]
    found = [Decimal(total_of["sales"]), Decimal(total_of["receipts"])]
    assert found == amounts(f"{SALES[period]} {RECEIPTS[period]}")


@pytest.mark.parametrize("dimension", ["customer", "channel", "salesperson", "product"])
def test_months_make_the_quarters_and_those_the_half_year(figures, dimension):
    def sold(period):
        by = figures[period]["by"][dimension]
        return sum((Decimal(row["sales"]) for row in by), Decimal(0))

    for parts, whole in (
        (MONTHS[:3], "2026-Q1"),
        (MONTHS[3:], "2026-Q2"),
        (["2026-Q1", "2026-Q2"], "2026-H1"),
    ):
        assert sum(map(sold, parts)) == sold(whole)
        assert [sold(whole)] == amounts(SALES[whole])
        for measure in ("sales", "receipts"):
            added = sum(Decimal(figures[one]["total"][measure]) for one in parts)
            assert added == Decimal(figures[whole]["total"][measure])


def test_what_was_sold_of_each_product(figures):
    """P1 18,261.80 + 14,800.00; P2 4,738.20 − 473.82 + 4,800.00."""
    by = {row["key"]: row["sales"] for row in figures["2026-H1"]["by"]["product"]}
    assert by == {"P1": "33061.80", "P2": "9064.38"}


@pytest.mark.parametrize(
    ("period", "day", "rate"),
    [
        ("2026-01", "2026-01-31", "1.0000"),  # 3,000.00 of 3,000.00
        ("2026-02", "2026-02-28", "0.6649"),  # 10,000.00 of 15,038.84
        # A 4,238.84 + B 7,487.34 + 2,775.00 of C's advance; the advance alone came
        ("2026-03", "2026-03-31", "0.1914"),
        # as much still, and C: 13,592.34 of A 4,238.84 + B 7,487.34 + C 6,475.00
        ("2026-05", "2026-05-31", "0.7468"),
        # A's bill, 4,238.84, of A and D 3,885.00; C's 370.00 are allowed
        ("2026-06", "2026-06-30", "0.5218"),
    ],
)
def test_how_much_of_what_could_be_collected_came(period, day, rate):
    assert statistics(period, day)["total"]["collection_rate"] == rate


# ------------------------------------------------------------ the same by command


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The workbook on the day of the letter, and at the end."""
    folder = tmp_path_factory.mktemp("half-year")
    for name, day in (("may", "2026-05-06"), ("june", "2026-06-30")):
        (folder / f"{name}.xlsx").write_bytes(xlsales.new_workbook(rows_on(day)))
    return folder


@pytest.fixture
def run(folder, capsys):
    """Run a command in Chinese and return its exit status and what it said."""

    def command(name, file, *rest, day):
        status = cli.run([*name, str(folder / file), *rest, "--lang", "zh", *day])
        return status, capsys.readouterr().out

    return command


MAY, JUNE = ["--as-of", "2026-05-06"], ["--as-of", "2026-06-30"]


def test_the_check_by_command_on_the_day_of_the_letter(run):
    status, said = run(["check"], "may.xlsx", day=MAY)
    assert status == 1
    has(
        said.splitlines(),
        "订单!G4 [草稿-3] ✕ 错误 客户 C1 逾期 36 天",
        "信用占用 31,198.84 超过额度 30,000",
        "may.xlsx · 截至 2026-05-06 · 错误 2 · 提醒 0 · 提示 0",
        "订单：无异常 2 · 异常 1 · 异常–已放行 0",
    )


def test_the_check_by_command_at_the_end_finds_nothing(run):
    status, said = run(["check"], "june.xlsx", day=JUNE)
    assert status == 0
    has(
        said.splitlines(),
        "june.xlsx · 截至 2026-06-30 · 错误 0 · 提醒 0 · 提示 0",
        "订单：无异常 3 · 异常 0 · 异常–已放行 0",
    )


def test_the_papers_by_command(run, folder):
    status, said = run(["paper", "letter"], "may.xlsx", day=MAY)
    assert (status, "生成 1 份，拒绝 0 份" in said) == (0, True)
    assert (
        folder / "may-out" / "letter" / "逾期回款函_YQ202604-001_北方.docx"
    ).exists()
    status, said = run(["paper", "receipt"], "june.xlsx", "SK-3", day=JUNE)
    assert status == 1
    has(said.splitlines(), "SK-3 未生成：已退票或拒付", "生成 0 份，拒绝 1 份")


def test_the_statement_by_command(run, folder):
    status, said = run(["statement"], "june.xlsx", "--month", "2026-06", day=JUNE)
    assert (status, "生成 1 份，拒绝 0 份" in said) == (0, True)
    made = folder / "june-out" / "statements" / "对账单_DZ202606-C1_北方.xlsx"
    [sheet] = openpyxl.load_workbook(made).worksheets
    cells = {cell for row in sheet.iter_rows(values_only=True) for cell in row}
    assert "大写：人民币捌仟陆佰捌拾伍元整" in cells
    assert {4255, 8685} <= cells


def test_the_statistics_by_command(run, folder):
    half = ["--half", "2026-H1"]
    status, said = run(["stats"], "june.xlsx", *half, day=JUNE)
    assert status == 0
    line = next(line.split() for line in said.splitlines() if "CNY" in line)
    assert (line[1], line[-1]) == ("42,126.18", "35,271.18")
    assert (folder / "june-out" / "reports" / "2026-H1.xlsx").exists()
    status, said = run(["stats"], "june.xlsx", *half, "--json", day=JUNE)
    assert status == 0
    assert json.loads(said)["currencies"]["CNY"]["total"]["sales"] == "42126.18"


def test_what_the_half_year_left_by_command(run):
    """1800 P1 at 12 and 950 P2 at 6 cost 27,300.00.

    Ex tax, delivery by delivery: A 9,696.53 + 4,193.10 − 161.61 − 419.31, B 6,625.96,
    C 8,185.84, D 4,911.50, E 4,247.79 = 37,279.80. The fee of 800.00 bears 6 %: 754.72
    without. Paid in advance were 2,775.00 and 1,665.00, the rest of the sales was on
    credit. DSO: 8,685.00 ÷ 42,126.18 × 181 days. In red 473.82 and the 370.00 that
    were allowed for.
    """
    half = ["--half", "2026-H1", "--json"]
    status, said = run(["stats"], "june.xlsx", *half, day=JUNE)
    topics = json.loads(said)["currencies"]["CNY"]["topics"]
    told = {name: topic["total"] for name, topic in topics.items()}
    assert status == 0
    margin = {"ex_tax": "37279.80", "cost": "27300.00", "margin": "9979.80"}
    assert margin.items() <= told["margin"].items()
    assert told["margin"]["margin_rate"] == "0.2677"
    assert (told["stores"]["fees"], told["stores"]["profit"]) == ("754.72", "9225.08")
    kept = {"service_fee": "800.00", "waiting": "0.00", "difference": "0.00"}
    assert kept.items() <= told["deductions"].items()
    late = {"open": "8685.00", "overdue": "0.00", "extended": "3885.00"}
    assert late.items() <= told["overdue"].items()
    turnover = told["turnover"]
    assert (turnover["on_credit"], turnover["credit_share"]) == ("37686.18", "0.8946")
    assert turnover["dso"] == "37.3161"
    assert told["invoicing"] == {
        "invoiced": "36956.18",
        "red": "-843.82",
        "uninvoiced": "4800.00",
        "signed_uninvoiced": "4800.00",
    }
