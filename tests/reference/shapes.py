"""Shapes of ``--json``: examples written by hand, checked against real answers."""

import json

_FIGURES = {
    "sales": "1000.00",
    "previous": "900.00",
    "last_year": "0.00",
    "growth_pop": "0.1111",
    "growth_yoy": None,
}
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
