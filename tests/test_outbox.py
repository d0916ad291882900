"""The outbox: what is on disk, and what is said of the rest."""

import datetime as dt

import pytest

from xlsales.jobs import Made, Refused
from xlsales.language import text
from xlsales.outbox import Outbox, why_refused

NOW = dt.datetime(2026, 10, 31, tzinfo=dt.UTC)


@pytest.fixture
def outbox(tmp_path):
    return Outbox(tmp_path / "contracts", NOW)


def contract(number, content=b"one"):
    return Made(("合同", number, "甲"), ".docx", content)


# S-090, S-091
def test_documents_are_written_and_counted(outbox):
    for number in ("HT-2", "HT-1"):
        outbox.add(contract(number))
    names = ["合同_HT-1_甲.docx", "合同_HT-2_甲.docx"]
    assert [one.name for one in outbox.files] == names
    assert sorted(one.name for one in outbox.folder.iterdir()) == names
    assert outbox.count("en") == f"2 made, 0 refused → {outbox.folder}"


def test_the_folder_is_made_with_the_first_document(outbox):
    assert not outbox.folder.exists()
    assert outbox.count("zh") == "生成 0 份，拒绝 0 份 → –"


def test_two_contracts_of_one_number_do_not_share_a_file(outbox):
    """The check refuses both orders; the outbox would refuse the second anyway."""
    outbox.add(contract("HT-1"))
    outbox.add(contract("HT-1", b"two"))
    (refused,) = outbox.refused
    assert refused.name == "HT-1"
    assert [path.read_bytes() for path in outbox.folder.iterdir()] == [b"one"]


def test_a_refused_document_is_a_line_with_every_reason():
    reasons = (text("reasons", "void"), text("reasons", "same_name"))
    said = why_refused(Refused("A-1", reasons))
    assert said.zh == "A-1 未生成：订单已作废；与本次已生成的另一份文件同名（编号重复）"
    assert said.en.startswith("A-1 was refused: the order is void; another file")
