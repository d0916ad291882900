"""Operations: all that xlsales asks of an open workbook, by name."""

from __future__ import annotations

from . import dialogs, job, names, seeing, sheets, writing

OPERATIONS = {
    "title": sheets.title,
    "titles": sheets.titles,
    "see": seeing.see,
    "asks": seeing.asks,
    "selected": sheets.selected,
    "name_content": names.content,
    "define_name": names.define,
    "name_value": names.value,
    "put_value": names.put,
    "fills": writing.fills,
    "paint": writing.paint,
    "notes": writing.notes,
    "note": writing.note,
    "contents": writing.contents,
    "write": writing.write,
    "dress": writing.dress,
    "resize": writing.resize,
    "show_all": writing.show_all,
    "titles_in": sheets.titles_in,
    "bring": sheets.bring,
    "show": sheets.show,
    "progress": job.progress,
    "take_back": job.take_back,
    "save": job.save,
    "tell": dialogs.tell,
}
