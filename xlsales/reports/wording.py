"""Wording: every sentence of the reports, in both languages."""

from xlsales.language import Language, Text, fill

WORDS: dict[str, Text] = {
    # what is not there
    "blank": Text("未填", "(blank)"),
    "rest": Text("其他", "Others"),
    "nothing": Text("{period}没有销售和回款", "No sales or receipts in {period}"),
    "dimension": Text("维度", "dimension"),
    "dimension_hint": Text("可用:{known}", "There are: {known}"),
    # sheets
    "overview": Text("概览", "Overview"),
    "by": Text("按{dimension}", "By {dimension}"),
    "definitions": Text("口径", "Definitions"),
    "chart_data": Text("图表数据", "Chart data"),
    "page_of": Text("第 &P 页 共 &N 页", "Page &P of &N"),
    # periods
    "month": Text("{year}年{month}月", "{name} {year}"),
    "quarter": Text("{year}年{number}季度", "Q{number} {year}"),
    "half": Text("{year}年{number}半年", "H{number} {year}"),
    "year": Text("{year}年", "{year}"),
    "range": Text("{first}至{last}", "{first} to {last}"),
    "than_1": Text("比上月", "on last month"),
    "than_3": Text("比上季度", "on last quarter"),
    "than_6": Text("比上个半年", "on last half-year"),
    "than_12": Text("比上年", "on last year"),
    "than_last_year": Text("比去年同期", "on last year"),
    # first page
    "title": Text("{period}销售统计", "Sales statistics {period}"),
    "head": Text(
        "{first} 至 {last} · 截至 {as_of} · {basis}",
        "{first} to {last} · as of {as_of} · {basis}",
    ),
    "head_unit": Text(
        "币种 {currency} · 关键数字和图表的单位:{unit};明细表的单位:{small}",
        "Currency {currency} · key figures and charts in {unit}; tables in {small}",
    ),
    "basis_delivery": Text(
        "按发货统计:含税,减退货,以{day}为准",
        "Deliveries less returns, with tax, by {day}",
    ),
    "basis_order": Text(
        "按订单统计:含税,以订货日期为准", "Checked orders, with tax, by order date"
    ),
    "same_day": Text(
        "本期未结束,对比期算到同一天",
        "The period is not over: compared up to the same day",
    ),
    "unit_ten_thousand": Text("万元", "thousand CNY"),
    "unit_one": Text("元", "CNY"),
    "unit_ten_thousand_of": Text("万 {currency}", "thousand {currency}"),
    "sales": Text("销售额", "Sales"),
    "attainment": Text("目标完成率", "Attainment"),
    "orders": Text("订单数", "Orders"),
    "customers": Text("成交客户数", "Customers"),
    "receipts": Text("回款额", "Receipts"),
    "collection_rate": Text("回款率", "Collection rate"),
    "points": Text("{points} 个百分点", "{points} pp"),
    "target_of": Text("目标 {amount}", "Target {amount}"),
    "short_of": Text("还差 {amount}", "{amount} to go"),
    "beyond": Text("超出 {amount}", "{amount} beyond"),
    "no_target": Text("没有目标", "No target"),
    # charts
    "this_period": Text("本期", "This period"),
    "this_year": Text("本年", "This year"),
    "last_year": Text("去年同期", "A year ago"),
    "previous": Text("上期", "Last period"),
    "target": Text("目标", "Target"),
    "month_title": Text("月份", "Month"),
    "higher": Text("{than}高 {share}", "{share} up {than}"),
    "lower": Text("{than}低 {share}", "{share} down {than}"),
    "level": Text("{than}持平", "level {than}"),
    "sales_were": Text("{period}销售额{compared}", "{period} sales {compared}"),
    "so_much": Text(" {amount} {unit}", "{amount} {unit}"),
    "pareto_title": Text(
        "前 {count} 家客户占销售额的 {share}(共 {all} 家)",
        "{count} of {all} customers make {share} of sales",
    ),
    "rank_title": Text("{first}占 {share}", "{first} makes {share}"),
    "rank_second": Text(",其次{name} {share}", ", then {name} {share}"),
    "rank_moved": Text(";{name}{than} {amount} {unit}", "; {name} {amount} {than}"),
    "target_missed": Text(
        "完成目标的 {share},还差 {amount} {unit}",
        "{share} of the target, {amount} {unit} to go",
    ),
    "target_met": Text(
        "完成目标的 {share},超出 {amount} {unit}",
        "{share} of the target, {amount} {unit} beyond",
    ),
    "no_sales": Text("{period}没有销售", "No sales in {period}"),
    "cumulative": Text("累计占比", "Cumulative"),
    # tables
    "rank": Text("名次", "Rank"),
    "code": Text("编码", "Code"),
    "name": Text("名称", "Name"),
    "share": Text("占比", "Share"),
    "cumulative_share": Text("累计占比", "Cumulative share"),
    "growth_pop": Text("环比", "On last period"),
    "growth_yoy": Text("同比", "On a year ago"),
    "total": Text("总计", "Total"),
    "control": Text("核对", "Control"),
    "note": Text(
        "环比 = 本期 ÷ 上期 − 1;同比 = 本期 ÷ 去年同期 − 1;基数不为正时为 —。"
        "核对 = 各行之和 − 总计,应为 0。",
        "On last period = this ÷ last period − 1; on a year ago likewise; — where "
        "the base is not positive. Control = sum of the rows − total, to be 0.",
    ),
    "table_unit": Text("单位:{unit}", "Amounts in {unit}"),
    "note_master": Text(
        "按客户和产品的现行资料归类;没有填的归入「未填」。",
        "Grouped by the master as it is now; rows not filled in are (blank).",
    ),
    "note_order": Text(
        "业务员以订单上的为准;没有填的归入「未填」。",
        "The salesperson is the order's; rows not filled in are (blank).",
    ),
    # definitions
    "measure": Text("指标", "Measure"),
    "definition": Text("怎么算", "How it is computed"),
}

DEFINITIONS: tuple[tuple[Text, Text], ...] = (
    (
        Text("销售额(按发货)", "Sales (deliveries)"),
        Text(
            "期内发货的含税金额 − 期内退货的含税金额。日期按「参数」的发货确认依据:"
            "签收日或发货日。已摊整单优惠,不含运费;作废订单不计。",
            "Amounts with tax of deliveries less returns dated in the period, by the "
            "delivery basis of Settings: date signed or date shipped. After the "
            "share of the order discount, without freight; void orders left out.",
        ),
    ),
    (
        Text("销售额(按订单)", "Sales (orders)"),
        Text(
            "期内订货、已复核或已放行的订单行金额,已摊整单优惠,不含运费。",
            "Lines of orders dated in the period that are checked or released, after "
            "the share of the order discount, without freight.",
        ),
    ),
    (
        Text("上期、去年同期", "Last period, a year ago"),
        Text(
            "紧接在前的同长期间;一年前的同一期间。本期未结束时,两者都算到同一天"
            "(遇月末取该月最后一天)。",
            "The period of the same length just before; the same period a year "
            "earlier. While the period is not over both are cut at the same day "
            "(clamped to the month's end).",
        ),
    ),
    (
        Text("环比", "On last period"),
        Text(
            "本期 ÷ 上期 − 1。上期为零、为负或没有时不计算,记 —。",
            "This ÷ last period − 1; — where the base is zero, negative or absent.",
        ),
    ),
    (
        Text("同比", "On a year ago"),
        Text(
            "本期 ÷ 去年同期 − 1。去年同期为零、为负或没有时不计算,记 —。",
            "This ÷ a year ago − 1; — where the base is zero, negative or absent.",
        ),
    ),
    (
        Text("占比、累计占比", "Share, cumulative share"),
        Text(
            "该行销售额 ÷ 总销售额;按销售额从大到小累加后 ÷ 总销售额。",
            "Sales of the row ÷ total sales; running sum from the largest ÷ total.",
        ),
    ),
    (
        Text("订单数、成交客户数", "Orders, customers"),
        Text(
            "期内有发货(按订单统计时:有订货)的不同订单、不同客户的个数。只有退货的不计。",
            "Distinct orders and customers with goods sold in the period; returns "
            "alone do not count.",
        ),
    ),
    (
        Text("回款额", "Receipts"),
        Text(
            "到账日在期内的货款;在手、退票、未到账的不计。",
            "Money cleared in the period; in hand, bounced or in transit left out.",
        ),
    ),
    (
        Text("回款率", "Collection rate"),
        Text(
            "期内到账并核销应收的货款 ÷ 应收回额。应收回额 = 期初未收且期末前到期的 "
            "+ 期内发生且期末前到期的 − 期前已收 − 退货、扣款。",
            "Money cleared in the period that met what was collectible ÷ collectible. "
            "Collectible = open at the start and due by the end, plus arisen and due "
            "in the period, less money cleared before, returns and deductions.",
        ),
    ),
    (
        Text("目标", "Target"),
        Text(
            "「目标」表中公司的销售额目标。季度没有单独的行时为各月之和,"
            "年度没有单独的行时为各季度之和。",
            "The company's sales target on Targets; a quarter without a row of its "
            "own is the sum of its months, a year the sum of its quarters.",
        ),
    ),
    (
        Text("目标完成率", "Attainment"),
        Text(
            "销售额 ÷ 整个期间的目标。",
            "Sales ÷ the target of the whole period.",
        ),
    ),
    (
        Text("币种", "Currency"),
        Text("各币种分开统计,不相加。", "Each by itself; currencies are never added."),
    ),
)


def word(key: str, language: Language, **facts: object) -> str:
    """Return one sentence in one language, with its facts filled in."""
    return fill(WORDS[key](language), facts, language)
