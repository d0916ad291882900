"""Names: the invented customers and the people who work for them."""

from dataclasses import dataclass

Term = tuple[str, int | None, int | None]


@dataclass(frozen=True)
class Kind:
    """One kind of customer: where it stands in the trade and how it pays.

    ``terms`` are the payment terms found among such customers, each with the
    last day of the statement month and the fixed day of payment.
    """

    channel: str
    sub_channel: str | None
    industry: str
    suffix: str
    short: str
    terms: tuple[Term, ...]


_MONTH_30: Term = ("月结30天", None, None)
_MONTH_30_CUT: Term = ("月结30天", 25, None)
_MONTH_60: Term = ("月结60天", None, None)
_MONTH_60_CUT: Term = ("月结60天", 25, 10)
_MONTH: Term = ("月结", None, None)
_DAYS_30: Term = ("货到30天", None, None)
_ARRIVAL: Term = ("货到付款", None, None)
_MONEY_FIRST: Term = ("款到发货", None, None)
_IN_PARTS: Term = ("预付30%,发货前70%", None, None)
_SOME_FIRST = (_MONEY_FIRST, _DAYS_30, _MONEY_FIRST)

KINDS = {
    "KA": Kind(
        "商超",
        "KA连锁",
        "零售",
        "连锁超市有限公司",
        "超市",
        (_MONTH_60_CUT, _MONTH_60, _MONTH_30_CUT),
    ),
    "BC": Kind(
        "商超", "BC场", "零售", "商场有限公司", "商场", (_MONTH_30, _MONTH_30_CUT)
    ),
    "CV": Kind(
        "商超", "便利店", "零售", "便利店有限公司", "便利店", (_DAYS_30, _ARRIVAL)
    ),
    "SD": Kind(
        "商超", "分销商", "批发", "商贸有限公司", "商贸", (_MONTH, _DAYS_30, _DAYS_30)
    ),
    "DI": Kind(
        "分销商",
        None,
        "批发",
        "纸品贸易有限公司",
        "纸品",
        (_IN_PARTS, _MONTH_30, _MONEY_FIRST),
    ),
    "JD": Kind("直销用户", None, "酒店", "酒店管理有限公司", "酒店", _SOME_FIRST),
    "CY": Kind("直销用户", None, "餐饮", "餐饮管理有限公司", "餐饮", _SOME_FIRST),
    "WY": Kind("直销用户", None, "物业", "物业服务有限公司", "物业", _SOME_FIRST),
    "JY": Kind("直销用户", None, "教育", "教育服务有限公司", "教育", _SOME_FIRST),
    "YL": Kind("直销用户", None, "医疗", "医疗服务有限公司", "医疗", _SOME_FIRST),
}
BUYERS = (
    ("KA", "禾邻汇", "沈阳"),
    ("DI", "恒桁", "哈尔滨"),
    ("KA", "榆满家", "大连"),
    ("KA", "百穗仓", "北京"),
    ("KA", "云朵仓", "长春"),
    ("DI", "裕榆", "沈阳"),
    ("BC", "桐里", "沈阳"),
    ("KA", "青桁", "天津"),
    ("DI", "通檐", "济南"),
    ("KA", "鲸选里", "上海"),
    ("KA", "岭上家", "石家庄"),
    ("DI", "广穗桁", "郑州"),
    ("BC", "槐安里", "大连"),
    ("KA", "穗家福里", "武汉"),
    ("SD", "顺禾桁", "长春"),
    ("DI", "盛禾檐", "成都"),
    ("KA", "邻里仓", "南京"),
    ("BC", "明樾里", "鞍山"),
    ("BC", "紫穗", "哈尔滨"),
    ("KA", "万穗堂", "广州"),
    ("DI", "鸿桐桁", "西安"),
    ("CV", "小榆", "沈阳"),
    ("SD", "聚桁", "营口"),
    ("BC", "北廊", "唐山"),
    ("DI", "达桥榆", "广州"),
    ("JD", "松间云", "沈阳"),
    ("CV", "晨灯", "大连"),
    ("BC", "瑞榕里", "青岛"),
    ("DI", "众穗榆", "太原"),
    ("CV", "巷口灯", "北京"),
    ("WY", "鹿鸣檐", "沈阳"),
    ("BC", "锦穗里", "杭州"),
    ("SD", "川禾桁", "昆明"),
    ("CV", "七里榆", "天津"),
    ("DI", "联榕榆", "福州"),
    ("CY", "米粒檐", "沈阳"),
    ("BC", "长檐", "合肥"),
    ("CV", "拐角灯", "长春"),
    ("JD", "云栈里", "大连"),
    ("DI", "信檐", "长沙"),
    ("BC", "沐桥里", "苏州"),
    ("CV", "蓝门里", "哈尔滨"),
    ("SD", "兴穗桁", "呼和浩特"),
    ("WY", "青檐里", "北京"),
    ("DI", "宏桁榆", "兰州"),
    ("CV", "夜灯里", "上海"),
    ("JY", "明榆", "沈阳"),
    ("BC", "泽里", "南宁"),
    ("DI", "嘉榆桁", "深圳"),
    ("YL", "康穗里", "吉林"),
    ("CV", "早禾里", "湖州"),
    ("CY", "泊岸榆", "大连"),
    ("SD", "和檐", "大庆"),
    ("JD", "禾宿里", "杭州"),
    ("WY", "梧桐檐", "上海"),
    ("CV", "木窗里", "石家庄"),
    ("YL", "安榆里", "鞍山"),
    ("CY", "麦灯", "天津"),
    ("JY", "知榆里", "武汉"),
    ("DI", "旧桁", "营口"),
)
_FAMILY = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜"
_GIVEN = ("晓禾", "一舟", "思远", "若兰", "明川", "雨桐", "景行", "静宜", "子衿")
PEOPLE = tuple(
    family + _GIVEN[(place * 4) % len(_GIVEN)]
    for turn in range(4)
    for place, family in enumerate(_FAMILY, turn)
)
