import io
from datetime import date, datetime
from decimal import Decimal

import pytest
import xlsxwriter
from openpyxl import load_workbook
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from xlsales.documents import excel
from xlsales.errors import BadTemplate
from xlsales.openxml.zipped import read_parts, replace_parts


def a_template(rows, change=None):
    """Make a template of rows of cells; ``change`` does the rest to its sheet."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as workbook:
        sheet = workbook.add_worksheet("S")
        for number, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                sheet.write(number, column, cell)
        if change:
            change(workbook, sheet)
    return made.getvalue()


def filled(rows, context=None, change=None):
    content = excel.render(a_template(rows, change), context or {}, "mine.xlsx")
    return load_workbook(io.BytesIO(content))["S"]


def values(sheet):
    return [list(row) for row in sheet.iter_rows(values_only=True)]


FOR, END = ["{%tr for x in xs %}"], ["{%tr endfor %}"]


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (Decimal("12.50"), 12.5),
        (Decimal("1E+3"), 1000),
        (-3, -3),
        (0.1, 0.1),
        (True, True),
        (None, None),
        ("", None),
        ("=1+1", "=1+1"),
        ("A&B <c>\x0b\x00", "A&B <c>"),
        ("001", "001"),
    ],
)
def test_a_cell_with_one_expression_keeps_the_type(value, read):
    assert filled([["{{ v }}"]], {"v": value})["A1"].value == read


def test_text_that_looks_like_a_formula_stays_text():
    assert filled([["{{ v }}"]], {"v": "=1+1"})["A1"].data_type == "s"


def test_text_that_looks_like_an_escape_is_kept():
    content = excel.render(a_template([["{{ v }}"]]), {"v": "_x0041_"})

    assert b"_x005F_x0041_" in read_parts(content)["xl/worksheets/sheet1.xml"]


def test_a_date_is_a_number_with_the_cells_format():
    def day_format(workbook, sheet):
        sheet.write(0, 0, "{{ v }}", workbook.add_format({"num_format": "yyyy-mm-dd"}))

    sheet = filled([], {"v": date(2026, 10, 5)}, day_format)

    assert sheet["A1"].value == datetime(2026, 10, 5)  # noqa: DTZ001


def test_mixed_text_is_text():
    rows = [["欠 {{ v | money }} 元，{{ on | day }}{{ nothing }}"]]
    context = {"v": Decimal("1234.5"), "on": date(2026, 10, 5), "nothing": None}

    assert filled(rows, context)["A1"].value == "欠 1,234.50 元，2026年10月5日"


def test_rows_repeat_and_steering_rows_vanish():
    rows = [["head"], FOR, ["{{ x }}", "{{ loop.index }}/{{ loop.length }}"], END]

    sheet = filled([*rows, ["foot"]], {"xs": ["a", "b"]})

    assert values(sheet) == [
        ["head", None],
        ["a", "1/2"],
        ["b", "2/2"],
        ["foot", None],
    ]
    assert sheet.dimensions == "A1:B4"


def test_no_items_leave_no_row():
    assert values(filled([FOR, ["{{ x }}"], END, ["foot"]], {"xs": []})) == [["foot"]]


def test_repetitions_and_conditions_nest():
    rows = [
        ["{%tr for name, xs in groups %}"],
        ["{{ name }}"],
        ["{%tr if xs %}"],
        FOR,
        ["{{ x }}"],
        END,
        ["{%tr else %}"],
        ["none"],
        ["{%tr endif %}"],
        END,
    ]

    sheet = filled(rows, {"groups": [("a", [1, 2]), ("b", [])]})

    assert values(sheet) == [["a"], [1], [2], ["b"], ["none"]]


def test_two_lists_stand_side_by_side():
    rows = [["{%tr for l, r in a | beside(b) %}"], ["{{ l }}", "{{ r }}"], END]

    assert values(filled(rows, {"a": [1], "b": ["x", "y"]})) == [[1, "x"], [None, "y"]]


def test_heights_formats_and_plain_cells_stay():
    def style(workbook, sheet):
        sheet.set_row(1, 33)
        sheet.write(1, 0, "{{ x }}", workbook.add_format({"num_format": "0.00"}))
        sheet.write(1, 1, 7)

    sheet = filled([FOR, ["", ""], END], {"xs": [1, 2]}, style)

    assert [sheet.row_dimensions[n].height for n in (1, 2)] == [33, 33]
    assert sheet["A2"].number_format == "0.00"
    assert sheet["B2"].value == 7


def test_merged_cells_repeat_and_move():
    def merge(_workbook, sheet):
        sheet.merge_range("A2:B2", "{{ x }}")
        sheet.merge_range("A4:B5", "foot")

    sheet = filled([FOR, [], END], {"xs": ["a", "b"]}, merge)

    assert {str(one) for one in sheet.merged_cells.ranges} == {
        "A1:B1",
        "A2:B2",
        "A3:B4",
    }


def test_a_merge_in_a_dropped_row_goes():
    def merge(_workbook, sheet):
        sheet.merge_range("A2:B2", "{{ x }}")

    sheet = filled([FOR, [], END, ["foot"]], {"xs": []}, merge)

    assert not sheet.merged_cells.ranges


def test_breaks_links_formats_and_choices_move():
    def more(workbook, sheet):
        sheet.set_h_pagebreaks([4])
        sheet.write_url("A4", "https://example.com/", string="foot")
        sheet.data_validation("B2", {"validate": "list", "source": ["x"]})
        rule = {
            "type": "formula",
            "criteria": "=$A2<0",
            "format": workbook.add_format(),
        }
        sheet.conditional_format("A2:B2", rule)
        sheet.ignore_errors({"number_stored_as_text": "A2"})

    sheet = filled([FOR, ["{{ x }}"], END, ["foot"]], {"xs": [1, 2, 3]}, more)

    assert [one.id for one in sheet.row_breaks.brk] == [4]
    assert sheet["A4"].hyperlink.ref == "A4"
    assert str(sheet.data_validations.dataValidation[0].sqref) == "B1:B3"
    found = next(iter(sheet.conditional_formatting))
    assert str(found.sqref) == "A1:B3"
    assert found.rules[0].formula == ["$A1<0"]


def test_print_titles_and_areas_move():
    def area(_workbook, sheet):
        sheet.repeat_rows(3)
        sheet.print_area("A1:B4")

    sheet = filled([FOR, ["{{ x }}"], END, ["head", ""]], {"xs": [1, 2, 3]}, area)

    assert sheet.print_title_rows == "$4:$4"
    assert sheet.print_area == "'S'!$A$1:$B$4"


def test_formulas_still_mean_the_rows_they_meant():
    rows = [
        ["=A5", 5],
        FOR,
        ["{{ x }}", "=A3*2+$B$1", '=IF(A3>1,"A3",LOG10(A3))'],
        END,
        ["=SUM(A3:A3)", "=SUM(S!A2:A4)"],
    ]

    sheet = filled(rows, {"xs": [1, 2]})

    assert values(sheet) == [
        ["=A4", 5, None],
        [1, "=A2*2+$B$1", '=IF(A2>1,"A3",LOG10(A2))'],
        [2, "=A3*2+$B$1", '=IF(A3>1,"A3",LOG10(A3))'],
        ["=SUM(A2:A3)", "=SUM(S!A2:A3)", None],
    ]


@pytest.mark.parametrize("formula", ["=A2", "=SUM(A2:A2)"])
def test_a_formula_that_would_lose_its_rows_is_refused(formula):
    with pytest.raises(BadTemplate) as caught:
        filled([FOR, ["{{ x }}"], END, [formula]], {"xs": []})

    assert all("A2" in said for said in caught.value.facts["reason"])


RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def test_a_template_saved_with_a_calculation_order_loses_it():
    template = a_template([["{{ v }}"], ["=1+1"]])
    parts = read_parts(template)
    chain = '<Override PartName="/xl/calcChain.xml" ContentType="x"/></Types>'
    types = parts["[Content_Types].xml"].decode().replace("</Types>", chain)
    kind = f"{RELATIONS}/calcChain"
    relation = f'<Relationship Id="rId99" Type="{kind}" Target="calcChain.xml"/>'
    path = "xl/_rels/workbook.xml.rels"
    relations = (
        parts[path].decode().replace("</Relationships>", f"{relation}</Relationships>")
    )
    template = replace_parts(
        template,
        {
            "xl/calcChain.xml": b"<calcChain/>",
            "[Content_Types].xml": types.encode(),
            path: relations.encode(),
        },
    )

    parts = read_parts(excel.render(template, {"v": 1}))

    assert "xl/calcChain.xml" not in parts
    assert not any(b"calcChain" in one for one in parts.values())
    assert b'fullCalcOnLoad="1"' in parts["xl/workbook.xml"]


def test_the_print_header_is_filled_and_its_ampersands_doubled():
    def header(_workbook, sheet):
        sheet.set_header("&L{{ name }}&R&P")

    content = excel.render(a_template([["x"]], header), {"name": "A&B"})

    assert (
        b"&amp;LA&amp;&amp;B&amp;R&amp;P"
        in read_parts(content)["xl/worksheets/sheet1.xml"]
    )


@pytest.mark.parametrize(
    "tag",
    [
        "{{ missing }}",
        "{{ v.missing }}",
        "{{ v.__class__ }}",
        "{{ xs.append(1) }}",
        "{{ 1 / 0 }}",
        "{{ v",
        "{{ xs }}",
        "a {{ missing }}",
        "a {{ v.__class__.__mro__ }}",
        "{% for x in xs %}",
    ],
)
def test_a_tag_that_cannot_be_filled_names_its_cell(tag):
    with pytest.raises(BadTemplate) as caught:
        filled([["x"], ["", tag]], {"v": "text", "xs": []})

    assert caught.value.facts["template"] == "mine.xlsx"
    assert all(said.startswith("S!B2") for said in caught.value.facts["reason"])


@pytest.mark.parametrize(
    "rows",
    [
        [FOR, ["x"]],
        [END],
        [FOR, ["{%tr endif %}"]],
        [["{%tr if v %}"], ["{%tr endfor %}"]],
        [["{%tr while v %}"]],
        [["{%tr for x in xs %}", "more"]],
        [["text {%tr for x in xs %}"]],
        [["{%tr for x in v %}"], END],
        [["{%tr for a, b in pairs %}"], END],
        [["{%tr if missing %}"], ["{%tr endif %}"]],
    ],
)
def test_steering_that_does_not_nest_is_refused(rows):
    with pytest.raises(BadTemplate):
        filled(rows, {"v": 3, "xs": [], "pairs": [(1, 2, 3)]})


@pytest.mark.parametrize("content", [b"", b"text"])
def test_what_is_no_workbook_is_refused(content):
    with pytest.raises(BadTemplate):
        excel.render(content, {})


def test_a_table_on_a_sheet_that_moves_is_refused():
    def table(_workbook, sheet):
        sheet.add_table("D1:E3")

    with pytest.raises(BadTemplate):
        filled([FOR, ["{{ x }}"], END], {"xs": [1, 2]}, table)


def test_other_parts_and_sheets_pass_through():
    def second(workbook, _sheet):
        workbook.add_worksheet("T").write(0, 0, "plain")

    template = a_template([["{{ v }}"]], second)

    before, after = read_parts(template), read_parts(excel.render(template, {"v": 1}))

    assert before["xl/worksheets/sheet2.xml"] == after["xl/worksheets/sheet2.xml"]
    assert before["xl/styles.xml"] == after["xl/styles.xml"]


def test_the_same_input_makes_the_same_bytes():
    template = a_template([FOR, ["{{ x }}"], END])

    one, other = (excel.render(template, {"xs": [1, 2]}) for _ in range(2))

    assert one == other


def test_rows_written_by_another_program_are_understood():
    """openpyxl writes inline formats and rules in its own order."""
    saved = io.BytesIO()
    workbook = load_workbook(io.BytesIO(a_template([FOR, ["{{ x }}"], END])))
    sheet = workbook["S"]
    choice = DataValidation(type="list", formula1="$A$2:$A$2")
    choice.add("B2")
    sheet.add_data_validation(choice)
    fill = PatternFill(bgColor="FFF6DD")
    sheet.conditional_formatting.add("A2", FormulaRule(["A2>1"], fill=fill))
    workbook.save(saved)

    made = excel.render(saved.getvalue(), {"xs": [1, 2]})

    sheet = load_workbook(io.BytesIO(made))["S"]
    assert sheet.data_validations.dataValidation[0].formula1 == "$A$1:$A$2"
