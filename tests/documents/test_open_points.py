import pytest

from xlsales.documents.open_points import OPEN_POINTS, open_points
from xlsales.language import text


@pytest.fixture
def points(make_book):
    def find(lines=None, **facts):
        book = make_book(lines, **facts)
        return open_points(book, book.orders["LNSYNO.001"])

    return find


def test_a_complete_order_has_none(points):
    assert points() == []


# S-076, S-079
@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"order": {"customer_code": "C999"}}, "customer_unknown"),
        ({"order": {"payment_term": "随缘"}}, "term_unreadable"),
        ({"order": {"payment_term": "定金30%,发货前70%"}}, "deposit_too_high"),
        ({"settings": {"bank": None}}, "seller_incomplete"),
        ({"settings": {"objection_days": 0}}, "objection_days_missing"),
        ({"settings": {"service_months": "一年"}}, "service_months_missing"),
        ({"settings": {"late_rate": "万五"}}, "late_rate_missing"),
        ({"order": {"sign_place": None}}, "place_missing"),
        ({"order": {"checker": None}}, "checker_missing"),
        ({"order": {"total_typed": "999"}}, "total_differs"),
        ({"order": {"special_requirement": "定金 90 元（壹佰元整）"}}, "words_differ"),
        ({"order": {"settlement_type": "代销"}}, "consignment"),
        ({"buyer": {"settlement_type": "代销"}}, "consignment"),
        ({"lines": []}, "lines_missing"),
    ],
)
def test_each_point_is_found_alone(points, facts, code):
    """S-076, S-079: what is looked at before anyone signs."""
    expected = [code]
    if code == "customer_unknown":
        expected.append("term_missing")

    assert points(**facts) == expected


# S-076, S-079
@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"unit_price": None}, "price_missing"),
        ({"unit_price": "面议"}, "price_missing"),
        ({"price": "0"}, "price_missing"),
        ({"amount": "1"}, "amount_differs"),
        ({"quantity": "10", "unit": "只", "line_no": None}, "line_incomplete"),
        ({"product_code": "GT-001"}, "weight_missing"),
    ],
)
def test_each_point_of_a_line_is_found_alone(points, line, facts, code):
    assert points([line(1), line(2, **facts)]) == [code]


@pytest.mark.parametrize("typed", [None, ""])
def test_without_an_agreed_payment_there_is_no_contract(points, typed):
    """S-059: how it is paid comes before the contract."""
    assert "term_missing" in points(buyer={"payment_term": typed})


def test_a_deposit_of_a_fifth_is_allowed(points):
    assert points(order={"payment_term": "定金20%,发货前80%"}) == []


def test_a_gift_needs_no_price(points, line, gift):
    assert points([line(1), gift(2)]) == []


def test_the_total_is_less_the_order_discount(points):
    order = {"order_discount": "25", "total_typed": "100"}

    assert points(order=order) == []


def test_every_code_is_said_in_both_languages():
    assert all(text("open_points", code).zh for code in OPEN_POINTS)
