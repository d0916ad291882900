"""产品 and 价格: what we sell and what it costs."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xlsales.language import Text
from xlsales.sheets import columns as column
from xlsales.sheets.columns import Choice
from xlsales.sheets.sheet import Area, Record, Sheet
from xlsales.sheets.staff import Status


class BrandTier(Choice):
    """Where a brand stands in its market (S-004)."""

    FIRST = ("一线", "First line")
    SECOND = ("二线", "Second line")
    SUPPLEMENTARY = ("补充", "Supplementary")


class PricingBasis(Choice):
    """What a unit price is multiplied with (S-076)."""

    QUANTITY = ("数量", "Quantity")
    WEIGHT = ("重量", "Weight")


class PriceKind(Choice):
    """Whether a price is of the list or specially approved (S-045)."""

    STANDARD = ("标准", "Standard")
    SPECIAL = ("特批", "Special")


@dataclass(frozen=True, slots=True, kw_only=True)
class Product(Record):
    """One product."""

    product_code: str = column.code("产品编码", "Product code", is_key=True)
    barcode: str | None = column.code("条码", "Barcode", secondary=True)
    tax_code: str | None = column.code("税收分类编码", "Tax class code", secondary=True)
    name: str = column.words("名称", "Name")
    spec: str | None = column.words("型号规格", "Spec", required=True)
    grade: str | None = column.words("牌号", "Grade")
    brand: str | None = column.words("品牌", "Brand")
    brand_tier: BrandTier | None = column.choice(BrandTier, "品牌级别", "Brand tier")
    category: str | None = column.option("类别", "类别", "Category", required=True)
    unit: str = column.option("单位", "单位", "Unit")
    pricing_basis: PricingBasis = column.choice(
        PricingBasis, "计价依据", "Pricing basis", default=PricingBasis.QUANTITY
    )
    status: Status = column.choice(Status, "状态", "Status")
    pack_size: Decimal | None = column.quantity(
        "装箱数",
        "Pack size",
        hint=(
            "一箱的数量；订货不是整箱时提示",
            "How many a case holds; the check notes broken cases",
        ),
    )
    min_order_qty: Decimal | None = column.quantity("起订量", "Minimum order")
    unit_weight: Decimal | None = column.quantity("单重", "Unit weight")
    tax_rate: Decimal = column.rate("税率", "Tax rate")
    cost_ex_tax: Decimal | None = column.price("不含税成本", "Cost ex tax")
    english_name: str | None = column.words(
        "英文名称",
        "English name",
        hint=(
            "英文单据上的名称；空=用名称",
            "What English papers call it; empty: the name",
        ),
    )

    @property
    def english(self) -> str:
        """The English name and the spec; "" without such a name."""
        name = self.english_name
        return f"{name} {self.spec or ''}".strip() if name else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Price(Record):
    """One dated price row."""

    product_code: str = column.ref("products", "产品编码", "Product code")
    customer_code: str | None = column.ref("customers", "客户编码", "Customer code")
    channel: str | None = column.option("渠道", "渠道", "Channel")
    region: str | None = column.option("区域", "区域", "Region")
    min_qty: Decimal = column.quantity(
        "起量",
        "From quantity",
        required=True,
        hint=("整单该产品达到此数量起适用", "Applies from this quantity on"),
    )
    unit_price: Decimal = column.price("单价", "Unit price")
    floor_price: Decimal | None = column.price("底价", "Floor price")
    tax_included: bool = column.flag(
        "含税", "Tax included", required=True, default=True
    )
    currency: str = column.currency("币种", "Currency")
    kind: PriceKind = column.choice(
        PriceKind, "价格类型", "Price kind", default=PriceKind.STANDARD
    )
    valid_from: date = column.day("生效日", "Valid from")
    valid_to: date | None = column.day("失效日", "Valid to")
    approved_by: str | None = column.ref("staff", "批准人", "Approved by")


PRODUCTS = Sheet(
    key="products",
    record=Product,
    title=Text("产品", "Products"),
    area=Area.MASTER,
    purpose=Text("产品、规格、包装和税率", "Products, specs, packing and tax"),
)
PRICES = Sheet(
    key="prices",
    record=Price,
    title=Text("价格", "Prices"),
    area=Area.MASTER,
    purpose=Text(
        "有生效日的价格，越具体越优先", "Dated prices; the more specific wins"
    ),
)
