"""Notes on the commands: what ``--help`` has no room for, in both languages.

A test demands a note for every command and a meaning for every option, and runs
the commands to see that they write files of the names said here.
"""

from typing import NamedTuple

from xlsales.language import Text


class Note(NamedTuple):
    """What a command does, and when it ends with exit status 1."""

    does: Text
    found: Text | None = None


NOTES = {
    "demo": Note(
        Text(
            "为一家虚构公司做完一个月的全部工作",
            "A whole month's work for an invented company",
        ),
        Text(
            "找到的不正好是埋下的错误，或有单据被拒绝",
            "what was found is not exactly what was planted, or a document was refused",
        ),
    ),
    "new": Note(
        Text(
            "新建一本主簿；.xlsm 带 Excel 的按钮、功能区和工作表函数（要装 xlwings），"
            ".xlsx 不带",
            "A new master workbook; an .xlsm has buttons, a ribbon and worksheet "
            "functions for Excel (and needs xlwings), an .xlsx has none",
        )
    ),
    "check": Note(
        Text(
            "校验主簿，每个问题都说明位置、应为和怎么办",
            "Every finding of the master with its place and what to do",
        ),
        Text("有错误（必须改正或放行）", "there are errors, to be mended or released"),
    ),
    "contract": Note(
        Text(
            "写购销合同；不给订单号时，为复核过、无异常或已放行、还没有合同号的"
            "订单各写一份",
            "Contracts of orders; without numbers, of those that are checked, in "
            "order or released, and have no contract number yet",
        ),
        Text(
            "有合同被拒绝，逐一说明原因；或要的 PDF 没有生成",
            "some were refused, each with its reasons; or a PDF that was asked for "
            "is lacking",
        ),
    ),
    "statement": Note(
        Text("写客户的月度往来对账单", "Customers' statements of account for a month"),
        Text("要的 PDF 没有生成", "a PDF that was asked for is lacking"),
    ),
    "paper": Note(
        Text(
            "写报价单、发货单、订单变更单、开票申请单、收据、未回款报告单、逾期回款函、"
            "延期还款审批单、产品进场合同；不给编号时，该写的各写一份",
            "Quotes, delivery notes, order changes, invoice requests, receipts, "
            "reports of unpaid items, overdue letters, extension requests and "
            "store-entry contracts; without numbers, each that is due",
        ),
        Text(
            "有单据被拒绝，逐一说明原因；或要的 PDF 没有生成",
            "some were refused, each with its reasons; or a PDF that was asked for "
            "is lacking",
        ),
    ),
    "dun": Note(
        Text(
            "按逾期天数列出今天要提醒、写未回款报告和发逾期函的客户；--record 把它们"
            "登记到「催收」，编好号，再用 paper report、paper letter 出单",
            "Whom to remind, to report on and to write to today, by the ladder; with "
            "--record they are put on Dunning with their numbers, for paper report and "
            "paper letter to be made of",
        ),
        Text(
            "有逾期函要等：客户的款未到账或未核销",
            "a letter has to wait, for money of the customer is to be confirmed or "
            "allocated",
        ),
    ),
    "number": Note(
        Text(
            "给出 SERIES 的下一个编号，登记到 FILE 的「单据登记」；order 给复核过的"
            "草稿订单编号，订单、明细和提到它的地方一并改，草稿号保留。两个人同时要也不会重号",
            "The next number of SERIES, put on Documents in FILE; order numbers the "
            "drafts that were checked, in their rows, their lines and wherever they "
            "are named, and keeps the draft key. Two who ask at once get two numbers",
        ),
        Text(
            "有草稿没有编号，逐一说明；--list 时有断号或重号",
            "a draft got no number, with its reasons; with --list, a number was "
            "skipped or given twice",
        ),
    ),
    "stats": Note(
        Text(
            "统计一个月、季度、半年或年的销售和回款",
            "Sales and receipts of a month, quarter, half-year or year",
        ),
    ),
    "plan": Note(
        Text(
            "一个月的回款计划：应回款日期、已回款、未回款",
            "The collection plan of a month: what is due, received and open",
        ),
    ),
    "recalc": Note(
        Text(
            "把工作簿的副本全部重算一遍，列出公式出错的单元格；由本机的 LibreOffice "
            "计算，原文件不动",
            "Copies with every formula computed anew by the LibreOffice of this "
            "machine, and each cell that ends in an error; the files stay as they are",
        ),
        Text(
            "有公式出错，或有文件打不开",
            "there are cells with errors, or a file could not be opened",
        ),
    ),
    "refresh": Note(
        Text(
            "不开 Excel，按各表现在的内容算出 FILE 里的 XLSALES_ 函数，值写在公式旁",
            "The XLSALES_ functions in FILE computed from what its sheets hold now, "
            "without Excel; the values are put beside the formulas",
        ),
        Text(
            "有单元格除了 XLSALES_ 函数还算别的，保留原值",
            "there are cells that compute with more than these, and keep their values",
        ),
    ),
    "regenerate": Note(
        Text(
            "为多本主簿写好一个月或一个季度的全部文件：到期末应出而未出的合同、各月对账单、"
            "统计报表、校验结果；没有变化的不动，中断后再运行即继续",
            "Everything a month or quarter owes, for many masters: contracts of "
            "orders up to its end, statements of its months, its statistics, the "
            "findings. What did not change is left alone; after an interruption, run "
            "it again to go on",
        ),
        Text(
            "有文件被拒绝或失败，或有主簿读不了，逐一说明；其余照常生成。按 Ctrl-C "
            "中断时退出状态是 130",
            "something was refused or failed, or a workbook could not be read, each "
            "with its reason; the rest is made. Interrupted with Ctrl-C, the exit "
            "status is 130",
        ),
    ),
    "function": Note(
        Text(
            "不用 Excel 也能用工作表函数：算一个函数，给出它的答案；不给名称则列出全部",
            "What a worksheet function answers, without Excel; without a name, all of "
            "them",
        ),
        Text("答案是 # 开头的原因", "the answer is a reason that begins with #"),
    ),
    "selftest": Note(
        Text(
            "在这台电脑的 Excel 里，用一本临时的主簿逐一试每个按钮和函数并报告；"
            "没有 Excel 时说明并停下",
            "Every button and function tried in the Excel of this machine on a scratch "
            "workbook, a line each; without Excel it says so and stops",
        ),
        Text("有一项没有通过", "something failed"),
    ),
    "upgrade": Note(
        Text(
            "给旧版本的主簿补上新的表、列、参数和下拉清单；填过的内容、自己加的列和表"
            "一格不动，旧文件留作备份。已是现在的版式则不写",
            "New sheets, columns, settings and drop-downs for a master of an earlier "
            "version; what was filled in or added by hand stays, and the file as it "
            "was is kept as a backup. One that is up to date is not written",
        ),
    ),
    "calc": Note(
        Text(
            "把按钮和工作表函数装进本机的 LibreOffice Calc，与 Excel 里的相同；"
            "要哪一步，后面写上",
            "The buttons and worksheet functions in the LibreOffice Calc of this "
            "machine, the same as in Excel; say after it what is to be done",
        ),
    ),
    "calc build": Note(
        Text(
            "生成扩展文件，用「工具 – 扩展管理器」装进这台电脑的 LibreOffice；"
            "LibreOffice 可以还没有装",
            "The extension as a file, for Tools, Extensions in the LibreOffice of this "
            "machine; which need not be there yet",
        ),
    ),
    "calc install": Note(
        Text(
            "用 LibreOffice 自己的工具装上扩展，替换旧的；说明用哪个 Python、在 "
            "LibreOffice 里面运行还是另开进程。要先关掉 LibreOffice，"
            "并以平时使用它的账户运行",
            "The extension put in by LibreOffice's own tool, in place of an older one; "
            "it says which Python is used, and whether inside LibreOffice or in a "
            "process of its own. Close LibreOffice before, and run it as the person "
            "who uses it",
        ),
    ),
    "calc remove": Note(
        Text("取下扩展，主簿不动", "The extension taken out; no workbook is touched"),
    ),
    "doctor": Note(
        Text(
            "看这台电脑和 FILE 缺什么：Python、xlwings、Excel 的设置、字体、"
            "LibreOffice、文件夹、版式，每项都说明怎么办；什么都不改",
            "What is missing on this machine and for FILE (Python, xlwings, Excel's "
            "settings, fonts, LibreOffice, folders, the shape), each with what to "
            "do; it changes nothing",
        ),
        Text("有要处理的", "there is something to see to"),
    ),
}
OPTIONS = {
    "file": Text("主簿，.xlsx 文件", "The master workbook"),
    "new file": Text("主簿，.xlsx 或 .xlsm", "The master workbook, .xlsx or .xlsm"),
    "interpreter": Text(
        ".xlsm 的按钮调用的 Python；默认是运行本命令的那个，写在 xlwings.conf 表", ""
    ),
    "files": Text(
        "工作簿，可多个；LibreOffice 一次全部处理",
        "Workbooks, any number of them; LibreOffice takes them all at once",
    ),
    "regenerate file": Text("主簿，可多个", "Master workbooks, any number of them"),
    "folder": Text("放结果的文件夹", "The folder to work in; made if need be"),
    "order_no": Text("订单号，可多个", "Order numbers, any number of them"),
    "kind": Text(
        "单据的种类：quote、delivery-note、order-change、invoice-request、receipt、"
        "report、letter、extension 或 entry-contract",
        "Which paper: quote, delivery-note, order-change, invoice-request, receipt, "
        "report, letter, extension or entry-contract",
    ),
    "number": Text("编号，可多个", "Numbers of such papers, any number of them"),
    "lang": Text("显示的语言", ""),
    "as_of": Text("按哪一天判断，默认今天", ""),
    "output": Text("写到哪里；不给则在主簿旁的 <主簿名>-out/", ""),
    "order": Text("只看这张订单，可多次给出", ""),
    "since": Text("只看这一天及以后的订单", ""),
    "severity": Text("只看这一级及更重的", ""),
    "mark": Text(
        "把问题标在 FILE 的单元格上（底色和批注），并写入「校验结果」；给出 -o 时"
        "写在副本里",
        "",
    ),
    "unmark": Text("去掉这些标记，清空「校验结果」；手工的底色和批注不动", ""),
    "into": Text(
        "把统计的各表写进这本工作簿，标题前加期间；替换上次写入的同名表，手工改过的"
        "内容保留",
        "",
    ),
    "record": Text(
        "把出了的单据登记到 FILE：编号到「单据登记」，对账单到「对账登记」；"
        "旧文件留作备份。再出一次不重复登记，金额变了会说明",
        "",
    ),
    "dun record": Text("把这些步骤登记到 FILE 的「催收」；旧文件留作备份", ""),
    "series": Text(
        "哪一种单据：order、quote、contract、delivery、invoice-request、receipt、"
        "statement、change、reminder、report、letter、extension，或中文名；"
        "--list 时可用 all",
        "Which document: order, quote, contract, delivery, invoice-request, receipt, "
        "statement, change, reminder, report, letter or extension; all with --list",
    ),
    "order_nos": Text("给哪张订单用，或给哪张草稿编号；可多次给出", ""),
    "take": Text("草稿用这个号：要合编号规则，而且没有用过", ""),
    "is_list": Text("不给编号，列出每种单据的下一个号、断号、重号和作废的号", ""),
    "as_pdf": Text(
        "在每份单据旁再生成同名的 PDF；单据没有变、PDF 还在的不重做；需要 LibreOffice",
        "",
    ),
    "calc build output": Text("写到哪里；不给则是当前文件夹里的 xlsales.oxt", ""),
    "refresh output": Text("写在这个副本里，FILE 不动", ""),
    "recalc output": Text("副本放在哪个文件夹；不给则在 <文件名>-out/", ""),
    "selftest folder": Text("在哪个文件夹里试；不给则用完即删", ""),
    "upgrade output": Text("写进这个副本，FILE 不动", ""),
    "check output": Text("把发现的问题写成工作簿", ""),
    "regenerate output": Text(
        "放结果的文件夹，每本主簿在其中有一个；不给则在主簿旁的 <主簿名>-out/", ""
    ),
    "jobs": Text("同时工作的进程数，默认为处理器数；文件逐字节不变", ""),
    "as_json": Text("把结果以 JSON 写到标准输出", ""),
    "filled": Text("填入演示公司的数据", ""),
    "force": Text("覆盖已有文件，旧文件留作备份", ""),
    "month": Text("月份", ""),
    "statement month": Text("对账月", ""),
    "plan month": Text("计划月", ""),
    "quarter": Text("季度", ""),
    "half": Text("半年", ""),
    "year": Text("年度", ""),
    "name": Text("函数名，XLSALES_ 可省", "The function, with XLSALES_ or without"),
    "arguments": Text(
        '参数，依次；不填的写 ""；区域写成 "1,2;3,4"（; 换行）',
        'Its arguments; "" is left out; a range is "1,2;3,4", a row after each ;',
    ),
    "book": Text("看哪本主簿；不给则只有默认设置", ""),
    "customer": Text("客户编码，可多次给出；不给则全部客户", ""),
    "by": Text("维度，用逗号隔开；不给则全部", ""),
    "basis": Text("以什么算销售：发货或订单", ""),
}
FILES = (
    (
        "new",
        "<FILE>.<date>-<time>.bak.xlsx",
        Text("--force 覆盖前的旧文件", "what --force replaced"),
    ),
    (
        "check",
        "<FILE>.<date>-<time>.bak.xlsx",
        Text(
            "--mark、--unmark 改动前的 FILE，留最新五份",
            "FILE before --mark or --unmark, the five newest",
        ),
    ),
    (
        "contract",
        "<FILE>-out/contracts/合同_<合同号>_<客户简称>.docx",
        Text(
            "合同号：订单的，没有则 HT- 加订单号",
            "the order's contract number, else HT- and the order number",
        ),
    ),
    (
        "statement",
        "<FILE>-out/statements/对账单_DZ<年月>-<客户编码>_<客户简称>.xlsx",
        Text(
            "客户本位币以外的币种，在客户编码后加币种",
            "a currency that is not the customer's stands after the code",
        ),
    ),
    (
        "paper",
        "<FILE>-out/<KIND>/<单据名>_<编号>_<客户简称>.docx",
        Text(
            "单据名如报价单、逾期回款函",
            "the name of the paper, such as 报价单 or 逾期回款函",
        ),
    ),
    (
        "stats",
        "<FILE>-out/reports/<期间>.xlsx",
        Text(
            "期间如 2026-10、2026-Q3、2026-H1、2026",
            "period: 2026-10, 2026-Q3, 2026-H1, 2026",
        ),
    ),
    (
        "plan",
        "<FILE>-out/reports/月回款计划_<月>.xlsx",
        Text("月如 2026-11", "the month: 2026-11"),
    ),
    (
        "recalc",
        "<FILE>-out/recalculated/<FILE>.xlsx",
        Text(
            "FILE 的副本，公式已重算；供查看，不代替原文件",
            "a copy of FILE with its formulas computed; to look at, not to work on",
        ),
    ),
    (
        "calc build",
        "xlsales.oxt",
        Text(
            "LibreOffice 的扩展，只认生成它的那个 Python",
            "an extension for LibreOffice, for the Python that made it only",
        ),
    ),
    (
        "regenerate",
        "<FILE>-out/manifest.json",
        Text(
            "各文件由什么生成、写了什么（SHA-256）；删掉只是多费时间。contracts/、"
            "statements/、reports/ 里的名称同上，校验结果是 reports/findings.xlsx",
            "what each file was made from and what was written (SHA-256); deleting it "
            "costs time only. Names in contracts/, statements/, reports/ as above; "
            "the findings are reports/findings.xlsx",
        ),
    ),
)
SHARED = (
    Text(
        "语言：--lang，其次「参数」的语言，再次系统的语言，最后中文",
        "Language: --lang, else that of 参数, else the system's, else Chinese",
    ),
    Text(
        "不给 -o 时，结果放在主簿旁的 <主簿名>-out/ 下",
        "Without -o, results go to <workbook>-out/ beside the workbook",
    ),
    Text(
        "同样的输入和日期，写出的文件逐字节相同（PDF 除外）",
        "The same input and day write the same bytes (PDFs do not)",
    ),
    Text(
        "recalc、--pdf 和 calc 要用本机安装的 LibreOffice；找不到时，用环境变量 "
        "XLSALES_OFFICE 指明它的程序 soffice（Windows 上是 soffice.com）",
        "recalc, --pdf and calc ask the LibreOffice of this machine; where it is not "
        "found, the environment variable XLSALES_OFFICE names its program, "
        "soffice (on Windows soffice.com)",
    ),
    Text(
        "主簿旁 templates/ 里的模板先于自带的",
        "A template in templates/ beside the workbook wins over the built-in one",
    ),
    Text(
        "JSON 单独写到标准输出；键和代码不随语言变；金额是两位小数、比率是四位小数"
        "的字符串，没有定义的是 null",
        "JSON stands alone on stdout; keys and codes are those of any language; "
        "money is a string with two decimals, a ratio one with four, and what is "
        "not defined is null",
    ),
    Text(
        "耗时的工作在终端显示进度，在管道里不显示",
        "Long work shows its progress on a terminal, and none in a pipe",
    ),
    Text(
        "文件要么整个写好，要么不动",
        "A file is written whole or left alone",
    ),
)
