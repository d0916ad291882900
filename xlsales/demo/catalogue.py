"""Catalogue: the invented paper goods."""

from dataclasses import dataclass
from decimal import Decimal

from xlsales.demo.rows import Row
from xlsales.money import rounded
from xlsales.sheets.products import BrandTier, PricingBasis
from xlsales.sheets.staff import Status

VAT = Decimal("0.13")
FREIGHT_VAT = Decimal("0.09")
FREIGHT = "FY-901"
STOPPED = "SP-505"
_COST_SHARE = Decimal("0.70")
_TIERS = {
    "絮白": BrandTier.FIRST,
    "云笺": BrandTier.FIRST,
    "柔杉": BrandTier.SECOND,
    "禾絮": BrandTier.SECOND,
    "纸雀": BrandTier.SUPPLEMENTARY,
}
_KINDS = {
    "JZ": ("卷纸", "提"),
    "CZ": ("抽纸", "提"),
    "FJ": ("方巾", "包"),
    "HC": ("盒抽", "盒"),
    "SP": ("手帕纸", "条"),
    "CF": ("厨房纸", "提"),
    "CS": ("擦手纸", "箱"),
}
# code, brand, spec, pack size, price of 2023, weight in kg
_GOODS = (
    ("JZ-101", "絮白", "4层×10卷×140克", 10, "23.80", "1.5"),
    ("JZ-102", "絮白", "4层×12卷×180克", 8, "33.60", "2.3"),
    ("JZ-103", "云笺", "4层×10卷×140克", 10, "22.90", "1.5"),
    ("JZ-104", "云笺", "3层×10卷×120克", 10, "18.80", "1.3"),
    ("JZ-105", "柔杉", "3层×10卷×120克", 10, "15.90", "1.3"),
    ("JZ-106", "柔杉", "3层×12卷×100克", 10, "16.80", "1.3"),
    ("JZ-107", "禾絮", "3层×10卷×100克", 12, "13.20", "1.1"),
    ("JZ-108", "禾絮", "无芯×14卷×90克", 10, "17.40", "1.4"),
    ("JZ-109", "纸雀", "2层×10卷×90克", 12, "9.80", "1.0"),
    ("JZ-110", "纸雀", "大盘纸×3卷×700克", 6, "19.60", "2.2"),
    ("CZ-201", "絮白", "4层×100抽×6包", 12, "21.50", "1.1"),
    ("CZ-202", "絮白", "3层×120抽×8包", 10, "26.40", "1.4"),
    ("CZ-203", "云笺", "3层×120抽×6包", 12, "18.20", "1.1"),
    ("CZ-204", "云笺", "3层×90抽×10包", 8, "22.60", "1.3"),
    ("CZ-205", "柔杉", "3层×100抽×6包", 12, "13.80", "1.0"),
    ("CZ-206", "柔杉", "3层×110抽×8包", 10, "17.90", "1.3"),
    ("CZ-207", "禾絮", "3层×90抽×6包", 12, "11.20", "0.9"),
    ("CZ-208", "禾絮", "本色×100抽×8包", 10, "16.30", "1.2"),
    ("CZ-209", "纸雀", "2层×200抽×10包", 8, "14.60", "1.5"),
    ("FJ-301", "云笺", "230×230毫米×100张", 40, "4.20", "0.2"),
    ("FJ-302", "柔杉", "230×230毫米×100张", 40, "3.40", "0.2"),
    ("FJ-303", "禾絮", "270×270毫米×50张", 60, "2.60", "0.2"),
    ("FJ-304", "纸雀", "230×230毫米×50张", 80, "1.50", "0.1"),
    ("HC-401", "絮白", "2层×130抽", 36, "6.20", "0.3"),
    ("HC-402", "絮白", "3层×100抽", 36, "6.80", "0.3"),
    ("HC-403", "云笺", "2层×130抽", 36, "5.60", "0.3"),
    ("HC-404", "柔杉", "2层×120抽", 36, "4.50", "0.3"),
    ("HC-405", "禾絮", "2层×100抽", 48, "3.70", "0.2"),
    ("HC-406", "纸雀", "2层×80抽", 48, "2.90", "0.2"),
    ("SP-501", "絮白", "4层×10张×12包", 24, "9.60", "0.3"),
    ("SP-502", "云笺", "4层×10张×12包", 24, "8.90", "0.3"),
    ("SP-503", "柔杉", "3层×10张×18包", 24, "9.80", "0.4"),
    ("SP-504", "禾絮", "3层×8张×10包", 36, "4.80", "0.2"),
    ("SP-505", "纸雀", "3层×8张×6包", 36, "2.80", "0.1"),
    ("CF-601", "絮白", "2层×75节×4卷", 12, "19.80", "0.9"),
    ("CF-602", "柔杉", "2层×75节×2卷", 16, "9.20", "0.5"),
    ("CF-603", "禾絮", "抽取式×80抽×3包", 16, "12.60", "0.6"),
    ("CS-701", "柔杉", "单层×200抽×20包", 1, "86.00", "6.5"),
    ("CS-702", "禾絮", "单层×200抽×20包", 1, "72.00", "6.2"),
    ("CS-703", "纸雀", "单层×150抽×20包", 1, "55.00", "5.0"),
)


@dataclass(frozen=True)
class Good:
    """One product as orders need it."""

    code: str
    brand: str
    spec: str
    pack: Decimal
    price: Decimal
    weight: Decimal

    @property
    def category(self) -> str:
        """What kind of paper it is."""
        return _KINDS[self.code[:2]][0]

    @property
    def unit(self) -> str:
        """What it is counted in."""
        return _KINDS[self.code[:2]][1]

    @property
    def name(self) -> str:
        """Brand and kind."""
        return f"{self.brand}{self.category}"

    @property
    def least(self) -> Decimal:
        """The smallest quantity that is sold."""
        return max(self.pack, Decimal(5))


GOODS = tuple(
    Good(code, brand, spec, Decimal(pack), Decimal(price), Decimal(weight))
    for code, brand, spec, pack, price, weight in _GOODS
)
PACKS = {good.code: good.pack for good in GOODS}


def product_rows() -> list[Row]:
    """Return the paper goods, and freight as a service."""
    return [*map(_product_row, enumerate(GOODS, 1)), _freight_row()]


def _product_row(numbered: tuple[int, Good]) -> Row:
    number, good = numbered
    return {
        "product_code": good.code,
        "barcode": _barcode(number),
        "name": good.name,
        "spec": good.spec,
        "brand": good.brand,
        "brand_tier": _TIERS[good.brand],
        "category": good.category,
        "unit": good.unit,
        "pricing_basis": PricingBasis.QUANTITY,
        "status": Status.STOPPED if good.code == STOPPED else Status.ACTIVE,
        "pack_size": good.pack,
        "min_order_qty": good.least,
        "unit_weight": good.weight,
        "tax_rate": VAT,
        "cost_ex_tax": rounded(good.price * _COST_SHARE / (1 + VAT), 4),
    }


def _freight_row() -> Row:
    return {
        "product_code": FREIGHT,
        "name": "运费",
        "spec": "公路运输",
        "category": "服务",
        "unit": "次",
        "status": Status.ACTIVE,
        "tax_rate": FREIGHT_VAT,
    }


def _barcode(number: int) -> str:
    """Return an EAN-13 of the range for use inside a shop, which no maker has."""
    body = f"20{number:010d}"
    total = sum(int(one) * (3 if place % 2 else 1) for place, one in enumerate(body))
    return f"{body}{-total % 10}"
