"""Shapes of ``--json``: examples written by hand, checked against real answers."""

import json

_FIGURES = {
    "sales": "1000.00",
    "previous": "900.00",
    "last_year": "0.00",
    "growth_pop": "0.1111",
    "growth_yoy": None,
}
_MARGIN = {
    "sales": "1130.00",
    "ex_tax": "1000.00",
    "cost": "600.00",
    "margin": "400.00",
    "margin_rate": "0.4000",
    "uncosted": "0.00",
    "uncosted_lines": 0,
}
_STORES = {
    "sales": "1130.00",
    "rebates": "113.00",
    "net_sales": "1017.00",
    "net_ex_tax": "900.00",
    "cost": "600.00",
    "fees": "100.00",
    "profit": "200.00",
    "profit_rate": "0.2222",
    "fee_ratio": "0.1111",
    "output_ratio": "9.0000",
    "uncosted": "0.00",
}
_DEDUCTIONS = {
    "rebate": "113.00",
    "service_fee": "106.00",
    "claim": "0.00",
    "bank_charge": "0.00",
    "rounding": "0.00",
    "kept": "219.00",
    "waiting": "0.00",
    "expected": "319.00",
    "real": "219.00",
    "difference": "-100.00",
}
_OVERDUE = {
    "open": "2000.00",
    "overdue": "500.00",
    "overdue_ratio": "0.2500",
    "reminder": "100.00",
    "report": "100.00",
    "letter": "200.00",
    "disputed": "100.00",
    "extended": "0.00",
}
_TURNOVER = {
    "sales": "1130.00",
    "on_credit": "1130.00",
    "credit_share": "1.0000",
    "open": "2000.00",
    "dso": "54.8673",
    "bills": "0.00",
}
_INVOICING = {
    "invoiced": "1000.00",
    "red": "-130.00",
    "uninvoiced": "260.00",
    "signed_uninvoiced": "260.00",
}


def _topic(figures: dict[str, object]) -> dict[str, object]:
    """Return a topic of statistics; null where no row makes one."""
    row = {"key": "C1", "name": "西湖", **figures}
    return {"total": figures, "by": {"customer": [row]}}


SHAPES: dict[str, object] = {
    "doctor": {
        "lines": [
            {
                "key": "office",
                "state": "ok | optional | warn | missing | unseen",
                "what": "There is no LibreOffice: no PDFs, no recalculation",
                "remedy": "Install LibreOffice …",
            }
        ]
    },
    "check": {
        "file": "master.xlsx",
        "as_of": "2026-10-20",
        "orders": 3,
        "lines": 5,
        "problems": [
            {
                "code": "amount_differs",
                "severity": "error | warning | note",
                "kind": "fault | block | warning | note",
                "sheet": "订单明细",
                "cell": "L3",
                "order_no": "LNSYNO.001",
                "value": "426.69",
                "expected": "426.70",
                "message": "…",
                "remedy": "…",
            }
        ],
        "verdicts": [
            {
                "order_no": "LNSYNO.001",
                "sheet": "订单",
                "row": 2,
                "verdict": "ok | exception | released",
            }
        ],
    },
    "plan": {
        "month": "2026-11",
        "as_of": "2026-10-31",
        "currencies": {
            "CNY": {
                "total": {
                    "at_start": "1000.00",
                    "change": "0.00",
                    "received": "400.00",
                    "open": "600.00",
                },
                "unallocated": "0.00",
                "lines": [
                    {
                        "standing": "due | expected | uninvoiced",
                        "customer": "C1",
                        "name": "西湖",
                        "salesperson": "E001",
                        "order_no": "ZJHZNO.001",
                        "document": "FH-1",
                        "date": "2026-10-12",
                        "event": "order | shipping | delivery | statement | invoice",
                        "invoice_date": None,
                        "due_date": "2026-11-11",
                        "amount": "1000.00",
                        "before": "0.00",
                        "at_start": "1000.00",
                        "change": "0.00",
                        "received": "400.00",
                        "open": "600.00",
                        "statement": "waiting | agreed | differs",
                        "grade": "A",
                    }
                ],
            }
        },
    },
    "stats": {
        "period": "2026-10",
        "basis": "delivery | order",
        "as_of": "2026-10-31",
        "currencies": {
            "CNY": {
                "total": {
                    **_FIGURES,
                    "orders": 3,
                    "customers": 2,
                    "receipts": "500.00",
                    "collection_rate": "0.5000",
                    "target": None,
                    "attainment": None,
                },
                "by": {
                    "customer": [
                        {
                            "key": "C1",
                            "name": "西湖",
                            **_FIGURES,
                            "share": "1.0000",
                            "cumulative_share": "1.0000",
                        }
                    ]
                },
                "topics": {
                    "margin": _topic(_MARGIN),
                    "stores": _topic(_STORES),
                    "deductions": _topic(_DEDUCTIONS),
                    "overdue": _topic(_OVERDUE),
                    "turnover": _topic(_TURNOVER),
                    "invoicing": _topic(_INVOICING),
                },
            }
        },
    },
    "regenerate": {
        "period": "2026-10 | 2026-Q4",
        "workbooks": [
            {
                "file": "master.xlsx",
                "folder": "master-out",
                "made": ["statements/对账单_DZ202610-C1_西湖.xlsx"],
                "unchanged": [],
                "refused": [{"name": "LNSYNO.001", "reasons": ["…"]}],
                "failed": [{"name": "…", "reason": "…"}],
                "complete": True,
            }
        ],
    },
}


def shape_text(command: str) -> str:
    """Return the shape of a command's JSON as it would be printed."""
    return json.dumps(SHAPES[command], ensure_ascii=False, indent=2)


def keys_of(value: object) -> object:
    """Return a JSON value with its keys in their order and no values.

    Of a list the first item counts: all are of one shape.
    """
    if isinstance(value, dict):
        return [(key, keys_of(one)) for key, one in value.items()]
    if isinstance(value, list):
        return [keys_of(one) for one in value[:1]]
    return None
