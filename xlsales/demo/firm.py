"""Firm: who the invented company is and who works there."""

from datetime import date
from decimal import Decimal

from xlsales.demo.rows import Row
from xlsales.sheets.options import OPTION_ENGLISH, OPTION_LISTS
from xlsales.sheets.staff import Role, Status

_WEIGHTS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_MODULUS = 31
_MORE_OPTIONS = {
    "类别": ("卷纸", "抽纸", "方巾", "盒抽", "手帕纸", "厨房纸", "擦手纸", "服务"),
    "单位": ("提", "盒", "条"),
    "行业": ("零售", "批发", "酒店", "餐饮", "物业", "教育", "医疗"),
}
_MORE_ENGLISH = {
    "卷纸": "Toilet rolls",
    "抽纸": "Soft-pack tissues",
    "方巾": "Square napkins",
    "盒抽": "Boxed tissues",
    "手帕纸": "Pocket tissues",
    "厨房纸": "Kitchen rolls",
    "擦手纸": "Hand towels",
    "服务": "Services",
    "提": "Bundle",
    "盒": "Box",
    "条": "Sleeve",
    "零售": "Retail",
    "批发": "Wholesale",
    "酒店": "Hotels",
    "餐饮": "Catering",
    "物业": "Property services",
    "教育": "Education",
    "医疗": "Health care",
}
_PEOPLE = (
    ("E001", "柏正言", "总经办", (Role.RELEASER,), None, "0.20"),
    ("E002", "乔知夏", "销售部", (Role.SALES, Role.RELEASER), "E001", "0.15"),
    ("E003", "韩松年", "销售部", (Role.MAKER, Role.CHECKER), "E002", "0.10"),
    ("E004", "苏禾", "销售部", (Role.MAKER,), "E003", "0"),
    ("E005", "陆小满", "销售部", (Role.MAKER,), "E003", "0"),
    ("E006", "程北川", "销售部", (Role.SALES,), "E002", "0.08"),
    ("E007", "白若溪", "销售部", (Role.SALES,), "E002", "0.05"),
    ("E008", "顾南枝", "销售部", (Role.SALES,), "E002", "0.08"),
    ("E009", "江远帆", "销售部", (Role.SALES,), "E002", "0.05"),
    ("E010", "叶青禾", "销售部", (Role.SALES,), "E002", "0.05"),
    ("E011", "孟西洲", "销售部", (Role.SALES,), "E002", "0.05"),
    ("E012", "沈静安", "财务部", (Role.FINANCE, Role.MAKER), "E001", None),
    ("E013", "方知行", "财务部", (Role.FINANCE, Role.CHECKER), "E001", None),
    ("E014", "石大川", "物流部", (Role.WAREHOUSE, Role.MAKER), "E001", None),
    ("E015", "田稳", "物流部", (Role.WAREHOUSE, Role.CHECKER), "E014", None),
)
SUPERVISOR = "E003"
MANAGER = "E002"
MAKERS = ("E004", "E005")
CASHIER, ACCOUNTANT = "E012", "E013"
STOREKEEPER, DISPATCHER = "E014", "E015"
LIMITS = {code: Decimal(limit) for code, *_, limit in _PEOPLE if limit is not None}
SELLER_BANK = "示例商业银行沈阳榆里支行"


def social_credit_code(body: str) -> str:
    """Return an invented code of 17 characters with its check character.

    The administrative area 990000 does not exist, so no company has it.
    """
    total = sum(_WEIGHTS.index(one) * 3**place for place, one in enumerate(body))
    return body + _WEIGHTS[-total % _MODULUS]


def settings_rows() -> list[Row]:
    """Return the one row of the firm's own facts; choices keep their defaults."""
    return [
        {
            "name": "沈阳白榆里纸品贸易有限公司",
            "uscc": social_credit_code("91990000MA0D00001"),
            "address": "辽宁省沈阳市榆里示范园区纸品路1号",
            "phone": "024-20000100",
            "email": "duizhang@example.com",
            "bank": SELLER_BANK,
            "account": "9000000000008801",
            "legal_rep": "柏正言",
            "operator": MAKERS[0],
        }
    ]


def staff_rows() -> list[Row]:
    """Return everyone who works there, and one who left."""
    rows: list[Row] = [
        {
            "staff_code": code,
            "name": name,
            "department": department,
            "roles": roles,
            "status": Status.ACTIVE,
            "manager": manager,
            "discount_limit": None if limit is None else Decimal(limit),
        }
        for code, name, department, roles, manager, limit in _PEOPLE
    ]
    left: Row = {
        "staff_code": "E016",
        "name": "许已远",
        "department": "销售部",
        "roles": (Role.SALES,),
        "status": Status.STOPPED,
        "manager": MANAGER,
        "discount_limit": Decimal(0),
        "left_date": date(2023, 10, 20),
    }
    return [*rows, left]


def option_rows() -> list[Row]:
    """Return the lists the firm may change."""
    english = {**OPTION_ENGLISH, **_MORE_ENGLISH}
    return [
        {"list": name, "value": value, "english": english[value]}
        for name, values in OPTION_LISTS.items()
        for value in dict.fromkeys((*values, *_MORE_OPTIONS.get(name, ())))
    ]
