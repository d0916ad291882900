"""Money: half away from zero, split to the fen, and said in words."""

from decimal import Context, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from xlsales.money import (
    currency_name,
    digits,
    exact,
    from_fen,
    from_words,
    growth,
    in_words,
    line_amount,
    ratio,
    rounded,
    split,
    tax_in,
    tax_on,
    to_fen,
    total,
)

AMOUNTS = st.decimals(min_value=-(10**10), max_value=10**10, places=2, allow_nan=False)
QUANTITIES = st.decimals(min_value=0, max_value=10**6, places=4, allow_nan=False)
HALF_A_FEN = Fraction(1, 200)


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        ("12.345", "12.35"),
        ("-12.345", "-12.35"),
        ("12.344", "12.34"),
        ("-12.344", "-12.34"),
        ("0.005", "0.01"),
        ("-0.005", "-0.01"),
        ("2.675", "2.68"),
        ("1", "1.00"),
        ("99999999999.995", "100000000000.00"),
    ],
)
def test_half_a_fen_goes_away_from_zero(amount, shown):
    assert str(rounded(Decimal(amount))) == shown


def test_nothing_has_no_sign():
    assert str(rounded(Decimal("-0.001"))) == "0.00"
    assert in_words(Decimal("-0.001")) == "人民币零元整"


def test_unit_prices_are_rounded_to_four_places():
    assert rounded(Decimal("1.23455"), 4) == Decimal("1.2346")


@given(st.decimals(-(10**10), 10**10, places=6))
def test_rounding_is_symmetric_and_moves_half_a_fen_at_most(amount):
    assert rounded(-amount) == -rounded(amount)
    assert abs(Fraction(rounded(amount)) - Fraction(amount)) <= HALF_A_FEN


@pytest.mark.parametrize(
    ("number", "seen"),
    [
        (17.4, "17.4"),
        (0.1 + 0.2, "0.3"),
        (1.005, "1.005"),
        (100.0, "100"),
        (-0.07, "-0.07"),
        (123456789012.34, "123456789012.34"),
        (1e-05, "0.00001"),
        (7, "7"),
    ],
)
def test_a_number_of_a_cell_is_what_a_person_sees(number, seen):
    assert exact(number) == Decimal(seen)


@given(st.decimals(-(10**9), 10**9, places=4))
def test_what_was_typed_comes_back_from_a_cell(typed):
    assert exact(float(typed)) == typed


@pytest.mark.parametrize(
    ("quantity", "price", "discount", "amount"),
    [
        ("2", "100", "0.10", "180.00"),  # two at 9折 of 100
        ("3", "0.335", "0", "1.01"),  # 1.005
        ("1000", "1.2345", "0", "1234.50"),
        ("2.5", "17.4", "0.05", "41.33"),  # 43.5 × 0.95 = 41.325
        ("-3", "0.335", "0", "-1.01"),
        ("0.3333", "0.0001", "0", "0.00"),
    ],
)
def test_a_line_is_quantity_times_price_less_discount(
    quantity, price, discount, amount
):
    assert (
        str(line_amount(Decimal(quantity), Decimal(price), Decimal(discount))) == amount
    )


@pytest.mark.parametrize(
    ("gross", "rate", "tax"),
    [
        ("113.00", "0.13", "13.00"),
        ("100.00", "0.13", "11.50"),  # 13 ÷ 1.13 = 11.504…
        ("-113.00", "0.13", "-13.00"),
        ("106.00", "0.06", "6.00"),
        ("50.00", "0", "0.00"),
        ("0.04", "0.13", "0.00"),
    ],
)
def test_the_tax_inside_an_amount(gross, rate, tax):
    assert str(tax_in(Decimal(gross), Decimal(rate))) == tax


def test_a_bundle_of_200_and_300_at_450_is_180_and_270():
    assert split(Decimal(450), [Decimal(200), Decimal(300)]) == [
        Decimal(180),
        Decimal(270),
    ]


@pytest.mark.parametrize(
    ("amount", "bases", "parts"),
    [
        # running shares of 1.00: 0.33, 0.67, 1.00
        ("1.00", ("1", "1", "1"), ("0.33", "0.34", "0.33")),
        ("-1.00", ("1", "1", "1"), ("-0.33", "-0.34", "-0.33")),
        ("0.01", ("1", "1", "1"), ("0.00", "0.01", "0.00")),
        ("100.00", ("30", "70"), ("30.00", "70.00")),
        ("10.00", ("0", "5", "0"), ("0.00", "10.00", "0.00")),
        ("0.00", ("1", "2"), ("0.00", "0.00")),
    ],
)
def test_parts_are_differences_of_running_shares(amount, bases, parts):
    assert split(Decimal(amount), [Decimal(base) for base in bases]) == [
        Decimal(p) for p in parts
    ]


@pytest.mark.parametrize(
    "bases", [[], [Decimal(0)], [Decimal(0), Decimal(0)], [Decimal(1), Decimal(-1)]]
)
def test_there_is_nothing_to_split_by(bases):
    with pytest.raises(ZeroDivisionError, match=r"^nothing to split by"):
        split(Decimal("1.00"), bases)


@given(AMOUNTS, st.lists(QUANTITIES, min_size=1, max_size=200))
def test_parts_sum_to_the_whole_and_none_drifts(amount, bases):
    assume(any(bases))
    parts = split(amount, bases)

    assert len(parts) == len(bases)
    assert sum(parts) == amount
    whole = sum(map(Fraction, bases))
    for base, part in zip(bases, parts, strict=True):
        fair = Fraction(amount) * Fraction(base) / whole
        assert abs(Fraction(part) - fair) <= Fraction(1, 100)


@given(AMOUNTS, st.lists(QUANTITIES, min_size=1, max_size=20))
def test_a_negative_whole_takes_back_the_same_parts(amount, bases):
    assume(any(bases))
    assert split(-amount, bases) == [-part for part in split(amount, bases)]


# S-353, S-364
@pytest.mark.parametrize(
    ("this", "that", "grown", "percent"),
    [
        ("28211", "18851", "0.4965", "49.7"),  # 1.49652…
        ("12520.27", "11011.67", "0.1370", "13.7"),  # 1.13700…
    ],
)
def test_growth_of_the_sources(this, that, grown, percent):
    found = growth(Decimal(this), Decimal(that))
    assert rounded(found, 4) == Decimal(grown)
    assert rounded(found * 100, 1) == Decimal(percent)


# S-369
@pytest.mark.parametrize(
    ("this", "that", "grown"),
    [
        ("150", "100", "0.5"),
        ("0", "100", "-1"),
        ("3", "1", "2"),
        ("0.03", "0.01", "2"),
        ("-50", "100", "-1.5"),
        ("100", "0", None),
        ("100", "-5", None),
    ],
)
def test_growth_needs_a_base_above_nothing(this, that, grown):
    found = growth(Decimal(this), Decimal(that))
    assert found == (None if grown is None else Decimal(grown))


def test_a_ratio_is_rounded_by_who_shows_it_and_once():
    """72 445 of 100 000 is 72.4 %; by way of 0.7245 it would be 72.5 %."""
    assert ratio(Decimal(72445), Decimal(100000)) == Decimal("0.72445")
    assert rounded(ratio(Decimal(2), Decimal(3)), 4) == Decimal("0.6667")
    assert rounded(ratio(Decimal(1), Decimal(80000)), 4) == 0
    assert ratio(Decimal(1), Decimal(0)) is None
    assert ratio(Decimal(1), Decimal(-1)) is None


def test_how_a_caller_computes_changes_no_amount():
    """With three figures 160.4928 ÷ 1.13 were 142, with six 333.3449 were 333.345."""
    with localcontext(Context(prec=3)):
        tax = tax_in(Decimal("1234.56"), Decimal("0.13"))
        share = ratio(Decimal("1234.56"), Decimal(9000))
        grown = growth(Decimal("1234.56"), Decimal(900))
    assert tax == Decimal("142.03")  # 142.029
    assert rounded(share, 6) == Decimal("0.137173")
    assert rounded(grown, 6) == Decimal("0.371733")
    with localcontext(Context(prec=6)):
        parts = split(Decimal("1000.00"), [Decimal(3333449), Decimal(6666551)])
    assert parts == [Decimal("333.34"), Decimal("666.66")]


def test_nothing_sums_to_nothing():
    assert str(total([])) == "0.00"
    assert str(total([Decimal("0.10"), Decimal("0.20")])) == "0.30"


def test_digits_have_thousands_and_fen():
    assert digits(Decimal("12345.6")) == "12,345.60"
    assert digits(Decimal("-1234567.895")) == "-1,234,567.90"
    assert digits(Decimal(0)) == "0.00"


@given(AMOUNTS)
def test_fen_and_back(amount):
    fen = to_fen(amount)
    assert isinstance(fen, int)
    assert from_fen(fen) == amount
    assert str(from_fen(fen)) == str(amount + 0)


def test_fen_of_a_few_amounts():
    assert to_fen(Decimal("12.35")) == 1235
    assert to_fen(Decimal("-0.05")) == -5
    assert str(from_fen(-5)) == "-0.05"
    assert str(from_fen(100)) == "1.00"


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("1409.50", "壹仟肆佰零玖元伍角整"),
        ("6007.14", "陆仟零柒元壹角肆分"),
        ("1680.32", "壹仟陆佰捌拾元零叁角贰分"),
        ("107000.53", "壹拾万柒仟元零伍角叁分"),
        ("325.04", "叁佰贰拾伍元零肆分"),
        ("0.05", "伍分"),
        ("0", "零元整"),
        ("10", "壹拾元整"),
        ("10.05", "壹拾元零伍分"),
        ("0.50", "伍角整"),
        ("0.55", "伍角伍分"),
        ("1.00", "壹元整"),
        ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
        ("20010.00", "贰万零壹拾元整"),
        ("1000000.00", "壹佰万元整"),
        ("100000000.00", "壹亿元整"),
        ("100000001.10", "壹亿零壹元壹角整"),
        ("1234567890.12", "壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元零壹角贰分"),
    ],
)
def test_an_amount_in_words(amount, words):
    assert in_words(Decimal(amount)) == f"人民币{words}"


def test_a_currency_has_its_chinese_name_or_its_code():
    assert currency_name("CNY") == "人民币"
    assert currency_name("JPY") == "日元"
    assert currency_name("CHF") == "CHF"


def test_words_name_the_currency_and_the_red_invoice():
    assert in_words(Decimal("10.00"), "USD") == "美元壹拾元整"
    assert in_words(Decimal("10.00"), "EUR") == "欧元壹拾元整"
    assert in_words(Decimal("10.00"), "CHF") == "CHF壹拾元整"
    assert in_words(Decimal("-325.04")) == "人民币负数叁佰贰拾伍元零肆分"


@given(st.integers(0, 10**12 - 1))
def test_words_read_back_as_the_amount(fen):
    words = in_words(from_fen(fen)).removeprefix("人民币")
    assert read_back(words) == fen
    assert words.endswith("分") == (fen % 10 != 0)
    assert words.endswith("整") == (fen % 10 == 0)
    assert "零零" not in words


@given(
    st.decimals(-(10**15), 10**15, places=2, allow_nan=False),
    st.sampled_from(["CNY", "USD", "HKD", "SEK"]),
)
def test_reading_words_undoes_writing_them(amount, currency):
    assert from_words(in_words(amount, currency)) == amount


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("壹佰元整", "100"),
        ("壹佰圆正", "100"),
        ("人民币：壹仟肆佰零玖元伍角正", "1409.50"),
        ("壹仟肆佰玖元伍角", "1409.50"),
        ("壹仟元零伍角整", "1000.50"),
        ("壹佰元零伍分", "100.05"),
        ("壹佰元零角伍分", "100.05"),
        ("美元壹拾元整", "10"),
        ("SEK 壹拾元整", "10"),
        ("人民币负数叁佰贰拾伍元零肆分", "-325.04"),
        ("壹亿贰仟万元整", "120000000"),
        ("零元整", "0"),
        ("伍分", "0.05"),
    ],
)
def test_words_may_be_written_as_banks_accept_them(words, amount):
    assert from_words(words) == Decimal(amount)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "元整",
        "整",
        "壹佰",
        "壹佰佰元",
        "壹拾贰拾元",
        "拾元整",
        "一百元",
        "壹佰元多",
        "伍分叁角",
    ],
)
def test_what_is_no_amount_in_words(words):
    assert from_words(words) is None


FIGURES = dict(zip("零壹贰叁肆伍陆柒捌玖", range(10), strict=True))
PLACES = {"拾": 10, "佰": 100, "仟": 1000}


def read_back(words: str) -> int:
    """Read capital figures as fen, the way a cashier would: place by place."""
    yuan, _, cents = words.rpartition("元")
    fen = figure = 0
    for word in cents.removesuffix("整"):
        if word in FIGURES:
            figure = FIGURES[word]
        else:
            fen += figure * {"角": 10, "分": 1}[word]
    return whole(yuan) * 100 + fen


def whole(words: str) -> int:
    for myriad, worth in (("亿", 10**8), ("万", 10**4)):
        if myriad in words:
            above, _, below = words.partition(myriad)
            return whole(above) * worth + whole(below)
    number = figure = 0
    for word in words:
        if word in FIGURES:
            figure = FIGURES[word]
        else:
            number += figure * PLACES[word]
            figure = 0
    return number + figure


@pytest.mark.parametrize(
    ("net", "rate", "tax"),
    [
        ("100", "0.13", "13.00"),
        ("884.96", "0.13", "115.04"),
        ("0.05", "0.1", "0.01"),
        ("-0.05", "0.1", "-0.01"),
        ("100", "0", "0.00"),
    ],
)
def test_the_tax_on_a_net_amount(net, rate, tax):
    assert tax_on(Decimal(net), Decimal(rate)) == Decimal(tax)
