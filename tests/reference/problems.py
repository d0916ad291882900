"""PROBLEMS.md: the error gallery, every code with a case that makes it."""

import inspect
from collections.abc import Iterator
from itertools import groupby
from textwrap import dedent
from types import ModuleType

from checks.changes import AS_OF, CLEAN_BOOK, problems
from checks.gallery import CASES, Case
from reference import markdown as md
from xlsales.checks import (
    CHECKS,
    cells,
    changes,
    contract_terms,
    contracts,
    credit,
    gate,
    invoice_requests,
    invoiced,
    invoices,
    late,
    lines,
    mailings,
    numbers,
    orders,
    parties,
    people,
    prices,
    promises,
    quotes,
    receipts,
    red_invoices,
    settlements,
    shipping,
    statements,
    trade,
    unseen,
)
from xlsales.checks.problem import Check, Kind, Place, Problem
from xlsales.checks.run import Verdict
from xlsales.language import LANGUAGES, Text, problem_text, show, text

KINDS = {
    Kind.FAULT: Text("必须改正，不能放行", "must be mended; nobody can release it"),
    Kind.BLOCK: Text(
        "订单停住，直到有权的人放行；放行后成为提示",
        "stops the order until a person who may releases it; then it is a note",
    ),
    Kind.WARNING: Text("请看一眼，不影响办理", "worth a look; stops nothing"),
    Kind.NOTE: Text("提前告知，不影响办理", "good to know; stops nothing"),
}
VERDICTS = {
    Verdict.OK: Text(
        "没有错误，也没有放行", "no error is open and none had to be released"
    ),
    Verdict.EXCEPTION: Text(
        "有必须改正或放行的问题", "something must be mended or released"
    ),
    Verdict.RELEASED: Text(
        "只有停单问题，且已由有权的人放行",
        "blocks only, and a person who may has released them",
    ),
}
GROUPS = {
    cells: "单元格和标题",
    unseen: "看不见的内容",
    orders: "订单",
    people: "制单和复核",
    credit: "信用和逾期",
    lines: "订单明细",
    promises: "交期、库存和转告",
    prices: "价格",
    contracts: "合同",
    contract_terms: "合同条款和扣款",
    trade: "发货、回款和目标",
    invoice_requests: "开票申请",
    invoices: "发票",
    red_invoices: "红字发票",
    invoiced: "开票与发货",
    mailings: "发票送达和邮寄",
    receipts: "支票和票据",
    settlements: "核销",
    statements: "对账登记",
    late: "逾期、延期和信用决定",
    parties: "客户和联系人",
    quotes: "报价",
    changes: "订单变更",
    shipping: "发货单",
    gate: "发货放行",
    numbers: "单据编号",
}
_CASES = {case.code: case for case in CASES}
_CLEAN = "干净的账簿 · The clean book"


def page() -> str:
    """Return the page."""
    return md.page(
        "校验发现的问题 · What a check finds",
        "`xlsales check` 的全部代码，每个配一个最小的例子。 "
        "Every code of `xlsales check`, in the order of the checks. A code is "
        "never used again for another meaning. Each has a case: a few cells of "
        f"{md.link('a small book without findings', _CLEAN)} typed otherwise, and "
        f"what is then found as of {AS_OF}.",
        "## 性质 · Kinds",
        _kinds(),
        "## 订单结论 · Verdicts",
        "一张订单一个结论，作废的没有。 One for every order that is not void.",
        _verdicts(),
        "## 一览 · All codes",
        _overview(),
        *_groups(),
        f"## {_CLEAN}",
        "`订单明细 2 金额 = 426.69` types into row 2 of 订单明细, under 金额; row 1 "
        "holds the titles. `没有 日历` takes a sheet away. A table adds rows.",
        md.block(CLEAN_BOOK.strip()),
    )


def title(code: str) -> str:
    """Return the heading that a code has on the page."""
    return f"`{code}` {md.heading(problem_text(code).title)}"


def _kinds() -> str:
    rows = [
        (md.code(kind.value), _severity(kind), meaning.zh, meaning.en)
        for kind, meaning in KINDS.items()
    ]
    return md.table(("性质 Kind", "级别 Severity", "中文", "English"), rows)


def _severity(kind: Kind) -> str:
    severity = Problem(code="", kind=kind, place=Place(sheet="")).severity
    return f"`{severity.value}` {text('severity', severity.value).zh}"


def _verdicts() -> str:
    rows = [
        (md.code(one.value), *text("verdict", one.value), *VERDICTS[one])
        for one in Verdict
    ]
    return md.table(("JSON", "结论", "Verdict", "何时", "When"), rows)


def _overview() -> str:
    rows = [
        (
            md.link(md.code(one.code), title(one.code)),
            one.kind.value,
            *problem_text(one.code).title,
        )
        for one in CHECKS
    ]
    return md.table(("代码 Code", "性质 Kind", "问题", "Problem"), rows)


def _groups() -> Iterator[str]:
    for module, group in groupby(CHECKS, lambda one: inspect.getmodule(one.find)):
        path = module.__name__.replace(".", "/") + ".py"
        source = f"[`{path}`](../{path})"
        yield f"## {group_title(module)}\n\n{source}"
        yield from map(_problem, group)


def group_title(module: ModuleType) -> str:
    """Return the heading of the checks of one module."""
    return f"{GROUPS.get(module, '')} · {_said(module)}"


def _said(documented: object) -> str:
    return md.first_line(inspect.getdoc(documented)).rstrip(".")


def _problem(one: Check) -> str:
    said = problem_text(one.code)
    sentences = md.table(
        ("", "中文", "English"),
        [
            ("问题 Message", *_pattern(said.message)),
            ("为什么 Why", *_pattern(said.why)),
            ("怎么办 Remedy", *_pattern(said.remedy)),
        ],
    )
    facts = f"{one.kind.value} · {_severity(one.kind)} · {_said(one.find)}"
    shown = [f"### {title(one.code)}", facts, sentences]
    if case := _CASES.get(one.code):
        shown += _shown(case)
    return "\n\n".join(shown)


def _pattern(sentences: Text) -> Iterator[str]:
    """Show what is filled into a sentence as code: {found} is the value there."""
    for sentence in sentences:
        yield sentence.replace("{", "`{").replace("}", "}`")


def _shown(case: Case) -> list[str]:
    found = [one for one in problems(case.wrong) if one.code == case.code]
    lines = [line for one in found for line in _found(one)]
    return [md.block(_changes(case.wrong)), "\n".join(lines)]


def _changes(typed: str) -> str:
    first, _, rest = typed.partition("\n")
    return "\n".join([first, dedent(rest)]).strip()


def _found(problem: Problem) -> Iterator[str]:
    found, expected = (show(one, "zh") for one in (problem.found, problem.expected))
    facts = [f"**{problem.place}**"]
    facts += [f"现值 Found {md.code(found)}"] if found else []
    facts += [f"应为 Expected {md.code(expected)}"] if expected else []
    yield "- " + " · ".join(facts)
    for language in LANGUAGES:
        yield f"  - {problem.message(language)} → {problem.remedy(language)}"
