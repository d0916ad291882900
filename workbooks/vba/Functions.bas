Attribute VB_Name = "XlsalesFunctions"
Option Explicit
'One Function a worksheet function; without Python a cell stays as it is.

Function XLSALES_WORDS(amount, Optional currency_code)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_WORDS = XlsalesAnswer("XLSALES_WORDS", Array(amount, currency_code), Application.Caller)
    Exit Function
failed:
    XLSALES_WORDS = XlsalesLast(Application.Caller)
End Function

Function XLSALES_FROM_WORDS(amount_words)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_FROM_WORDS = XlsalesAnswer("XLSALES_FROM_WORDS", Array(amount_words), Application.Caller)
    Exit Function
failed:
    XLSALES_FROM_WORDS = XlsalesLast(Application.Caller)
End Function

Function XLSALES_ROUND_MONEY(amount, Optional places)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_ROUND_MONEY = XlsalesAnswer("XLSALES_ROUND_MONEY", Array(amount, places), Application.Caller)
    Exit Function
failed:
    XLSALES_ROUND_MONEY = XlsalesLast(Application.Caller)
End Function

Function XLSALES_LINE_AMOUNT(order_qty, unit_price, Optional discount_off)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_LINE_AMOUNT = XlsalesAnswer("XLSALES_LINE_AMOUNT", Array(order_qty, unit_price, discount_off), Application.Caller)
    Exit Function
failed:
    XLSALES_LINE_AMOUNT = XlsalesLast(Application.Caller)
End Function

Function XLSALES_TAX_IN(gross_amount, tax_rate)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_TAX_IN = XlsalesAnswer("XLSALES_TAX_IN", Array(gross_amount, tax_rate), Application.Caller)
    Exit Function
failed:
    XLSALES_TAX_IN = XlsalesLast(Application.Caller)
End Function

Function XLSALES_NET(gross_amount, tax_rate)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_NET = XlsalesAnswer("XLSALES_NET", Array(gross_amount, tax_rate), Application.Caller)
    Exit Function
failed:
    XLSALES_NET = XlsalesLast(Application.Caller)
End Function

Function XLSALES_TAX_ON(net_amount, tax_rate)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_TAX_ON = XlsalesAnswer("XLSALES_TAX_ON", Array(net_amount, tax_rate), Application.Caller)
    Exit Function
failed:
    XLSALES_TAX_ON = XlsalesLast(Application.Caller)
End Function

Function XLSALES_GROSS(net_amount, tax_rate)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_GROSS = XlsalesAnswer("XLSALES_GROSS", Array(net_amount, tax_rate), Application.Caller)
    Exit Function
failed:
    XLSALES_GROSS = XlsalesLast(Application.Caller)
End Function

Function XLSALES_DISCOUNT(discount_text)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_DISCOUNT = XlsalesAnswer("XLSALES_DISCOUNT", Array(discount_text), Application.Caller)
    Exit Function
failed:
    XLSALES_DISCOUNT = XlsalesLast(Application.Caller)
End Function

Function XLSALES_SPLIT(total_amount, bases)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_SPLIT = XlsalesAnswer("XLSALES_SPLIT", Array(total_amount, bases), Application.Caller)
    Exit Function
failed:
    XLSALES_SPLIT = XlsalesLast(Application.Caller)
End Function

Function XLSALES_PERIOD(on_date, Optional period_length, Optional revision)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_PERIOD = XlsalesAnswer("XLSALES_PERIOD", Array(on_date, period_length, revision), Application.Caller)
    Exit Function
failed:
    XLSALES_PERIOD = XlsalesLast(Application.Caller)
End Function

Function XLSALES_PERIOD_START(period_text, Optional revision)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_PERIOD_START = XlsalesAnswer("XLSALES_PERIOD_START", Array(period_text, revision), Application.Caller)
    Exit Function
failed:
    XLSALES_PERIOD_START = XlsalesLast(Application.Caller)
End Function

Function XLSALES_PERIOD_END(period_text, Optional revision)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_PERIOD_END = XlsalesAnswer("XLSALES_PERIOD_END", Array(period_text, revision), Application.Caller)
    Exit Function
failed:
    XLSALES_PERIOD_END = XlsalesLast(Application.Caller)
End Function

Function XLSALES_PERIOD_BEFORE(period_text, Optional revision)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_PERIOD_BEFORE = XlsalesAnswer("XLSALES_PERIOD_BEFORE", Array(period_text, revision), Application.Caller)
    Exit Function
failed:
    XLSALES_PERIOD_BEFORE = XlsalesLast(Application.Caller)
End Function

Function XLSALES_PERIOD_LAST_YEAR(period_text, Optional revision)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_PERIOD_LAST_YEAR = XlsalesAnswer("XLSALES_PERIOD_LAST_YEAR", Array(period_text, revision), Application.Caller)
    Exit Function
failed:
    XLSALES_PERIOD_LAST_YEAR = XlsalesLast(Application.Caller)
End Function

Function XLSALES_IS_WORKDAY(on_date, Optional revision)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_IS_WORKDAY = XlsalesAnswer("XLSALES_IS_WORKDAY", Array(on_date, revision), Application.Caller)
    Exit Function
failed:
    XLSALES_IS_WORKDAY = XlsalesLast(Application.Caller)
End Function

Function XLSALES_NEXT_WORKDAY(on_date, Optional revision)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_NEXT_WORKDAY = XlsalesAnswer("XLSALES_NEXT_WORKDAY", Array(on_date, revision), Application.Caller)
    Exit Function
failed:
    XLSALES_NEXT_WORKDAY = XlsalesLast(Application.Caller)
End Function

Function XLSALES_WORKDAYS_BETWEEN(first_date, last_date, Optional revision)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_WORKDAYS_BETWEEN = XlsalesAnswer("XLSALES_WORKDAYS_BETWEEN", Array(first_date, last_date, revision), Application.Caller)
    Exit Function
failed:
    XLSALES_WORKDAYS_BETWEEN = XlsalesLast(Application.Caller)
End Function

Function XLSALES_TERM(term_text, Optional revision)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_TERM = XlsalesAnswer("XLSALES_TERM", Array(term_text, revision), Application.Caller)
    Exit Function
failed:
    XLSALES_TERM = XlsalesLast(Application.Caller)
End Function

Function XLSALES_TERM_VALID(term_text)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_TERM_VALID = XlsalesAnswer("XLSALES_TERM_VALID", Array(term_text), Application.Caller)
    Exit Function
failed:
    XLSALES_TERM_VALID = XlsalesLast(Application.Caller)
End Function

Function XLSALES_DUE_DATE(term_text, delivery_date, Optional part_no, Optional cutoff_day, Optional pay_day, Optional revision)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_DUE_DATE = XlsalesAnswer("XLSALES_DUE_DATE", Array(term_text, delivery_date, part_no, cutoff_day, pay_day, revision), Application.Caller)
    Exit Function
failed:
    XLSALES_DUE_DATE = XlsalesLast(Application.Caller)
End Function

Function XLSALES_CUSTOMER_DUE_DATE(customer_code, delivery_date, Optional term_text, Optional revision)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_CUSTOMER_DUE_DATE = XlsalesAnswer("XLSALES_CUSTOMER_DUE_DATE", Array(customer_code, delivery_date, term_text, revision), Application.Caller)
    Exit Function
failed:
    XLSALES_CUSTOMER_DUE_DATE = XlsalesLast(Application.Caller)
End Function

Function XLSALES_DAYS_LATE(due_date, as_of)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_DAYS_LATE = XlsalesAnswer("XLSALES_DAYS_LATE", Array(due_date, as_of), Application.Caller)
    Exit Function
failed:
    XLSALES_DAYS_LATE = XlsalesLast(Application.Caller)
End Function

Function XLSALES_LADDER_STEP(due_date, as_of, Optional notice_days)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_LADDER_STEP = XlsalesAnswer("XLSALES_LADDER_STEP", Array(due_date, as_of, notice_days), Application.Caller)
    Exit Function
failed:
    XLSALES_LADDER_STEP = XlsalesLast(Application.Caller)
End Function

Function XLSALES_LADDER(due_date, as_of, Optional notice_days)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_LADDER = XlsalesAnswer("XLSALES_LADDER", Array(due_date, as_of, notice_days), Application.Caller)
    Exit Function
failed:
    XLSALES_LADDER = XlsalesLast(Application.Caller)
End Function

Function XLSALES_AGEING(due_date, as_of, Optional ageing_edges)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_AGEING = XlsalesAnswer("XLSALES_AGEING", Array(due_date, as_of, ageing_edges), Application.Caller)
    Exit Function
failed:
    XLSALES_AGEING = XlsalesLast(Application.Caller)
End Function

Function XLSALES_STATEMENT_MONTH(on_date, Optional cutoff_day)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_STATEMENT_MONTH = XlsalesAnswer("XLSALES_STATEMENT_MONTH", Array(on_date, cutoff_day), Application.Caller)
    Exit Function
failed:
    XLSALES_STATEMENT_MONTH = XlsalesLast(Application.Caller)
End Function

Function XLSALES_CUSTOMER_STATEMENT_MONTH(customer_code, on_date, Optional revision)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_CUSTOMER_STATEMENT_MONTH = XlsalesAnswer("XLSALES_CUSTOMER_STATEMENT_MONTH", Array(customer_code, on_date, revision), Application.Caller)
    Exit Function
failed:
    XLSALES_CUSTOMER_STATEMENT_MONTH = XlsalesLast(Application.Caller)
End Function

Function XLSALES_PRICE(product_code, customer_code, order_date, Optional order_qty, Optional currency_code, Optional revision)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_PRICE = XlsalesAnswer("XLSALES_PRICE", Array(product_code, customer_code, order_date, order_qty, currency_code, revision), Application.Caller)
    Exit Function
failed:
    XLSALES_PRICE = XlsalesLast(Application.Caller)
End Function

Function XLSALES_PRICE_ROW(product_code, customer_code, order_date, Optional order_qty, Optional currency_code, Optional revision)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_PRICE_ROW = XlsalesAnswer("XLSALES_PRICE_ROW", Array(product_code, customer_code, order_date, order_qty, currency_code, revision), Application.Caller)
    Exit Function
failed:
    XLSALES_PRICE_ROW = XlsalesLast(Application.Caller)
End Function

Function XLSALES_PROVINCE_LETTERS(province)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_PROVINCE_LETTERS = XlsalesAnswer("XLSALES_PROVINCE_LETTERS", Array(province), Application.Caller)
    Exit Function
failed:
    XLSALES_PROVINCE_LETTERS = XlsalesLast(Application.Caller)
End Function

Function XLSALES_CITY_INITIALS(city)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_CITY_INITIALS = XlsalesAnswer("XLSALES_CITY_INITIALS", Array(city), Application.Caller)
    Exit Function
failed:
    XLSALES_CITY_INITIALS = XlsalesLast(Application.Caller)
End Function

Function XLSALES_ORDER_SEQUENCE(order_no, customer_code, order_date, Optional revision)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_ORDER_SEQUENCE = XlsalesAnswer("XLSALES_ORDER_SEQUENCE", Array(order_no, customer_code, order_date, revision), Application.Caller)
    Exit Function
failed:
    XLSALES_ORDER_SEQUENCE = XlsalesLast(Application.Caller)
End Function

Function XLSALES_ORDER_NO_VALID(order_no, customer_code, order_date, Optional revision)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_ORDER_NO_VALID = XlsalesAnswer("XLSALES_ORDER_NO_VALID", Array(order_no, customer_code, order_date, revision), Application.Caller)
    Exit Function
failed:
    XLSALES_ORDER_NO_VALID = XlsalesLast(Application.Caller)
End Function

Function XLSALES_NEXT_ORDER_NO(customer_code, order_date, Optional revision)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_NEXT_ORDER_NO = XlsalesAnswer("XLSALES_NEXT_ORDER_NO", Array(customer_code, order_date, revision), Application.Caller)
    Exit Function
failed:
    XLSALES_NEXT_ORDER_NO = XlsalesLast(Application.Caller)
End Function

Function XLSALES_CONTRACT_NO(order_no, Optional revision)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_CONTRACT_NO = XlsalesAnswer("XLSALES_CONTRACT_NO", Array(order_no, revision), Application.Caller)
    Exit Function
failed:
    XLSALES_CONTRACT_NO = XlsalesLast(Application.Caller)
End Function

Function XLSALES_ORDER_TOTAL(order_no, Optional revision)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_ORDER_TOTAL = XlsalesAnswer("XLSALES_ORDER_TOTAL", Array(order_no, revision), Application.Caller)
    Exit Function
failed:
    XLSALES_ORDER_TOTAL = XlsalesLast(Application.Caller)
End Function

Function XLSALES_ORDER_VERDICT(order_no, as_of, Optional revision)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_ORDER_VERDICT = XlsalesAnswer("XLSALES_ORDER_VERDICT", Array(order_no, as_of, revision), Application.Caller)
    Exit Function
failed:
    XLSALES_ORDER_VERDICT = XlsalesLast(Application.Caller)
End Function

Function XLSALES_ORDER_FINDING(order_no, as_of, Optional revision)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_ORDER_FINDING = XlsalesAnswer("XLSALES_ORDER_FINDING", Array(order_no, as_of, revision), Application.Caller)
    Exit Function
failed:
    XLSALES_ORDER_FINDING = XlsalesLast(Application.Caller)
End Function

Function XLSALES_ORDER_STEP(order_no, as_of, Optional revision)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_ORDER_STEP = XlsalesAnswer("XLSALES_ORDER_STEP", Array(order_no, as_of, revision), Application.Caller)
    Exit Function
failed:
    XLSALES_ORDER_STEP = XlsalesLast(Application.Caller)
End Function

Function XLSALES_CUSTOMER_NAME(customer_code, Optional revision)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_CUSTOMER_NAME = XlsalesAnswer("XLSALES_CUSTOMER_NAME", Array(customer_code, revision), Application.Caller)
    Exit Function
failed:
    XLSALES_CUSTOMER_NAME = XlsalesLast(Application.Caller)
End Function

Function XLSALES_CUSTOMER_CODE(customer_title, Optional revision)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_CUSTOMER_CODE = XlsalesAnswer("XLSALES_CUSTOMER_CODE", Array(customer_title, revision), Application.Caller)
    Exit Function
failed:
    XLSALES_CUSTOMER_CODE = XlsalesLast(Application.Caller)
End Function

Function XLSALES_USCC_VALID(credit_code)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_USCC_VALID = XlsalesAnswer("XLSALES_USCC_VALID", Array(credit_code), Application.Caller)
    Exit Function
failed:
    XLSALES_USCC_VALID = XlsalesLast(Application.Caller)
End Function

Function XLSALES_OPEN_BALANCE(customer_code, as_of, Optional currency_code, Optional revision)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_OPEN_BALANCE = XlsalesAnswer("XLSALES_OPEN_BALANCE", Array(customer_code, as_of, currency_code, revision), Application.Caller)
    Exit Function
failed:
    XLSALES_OPEN_BALANCE = XlsalesLast(Application.Caller)
End Function

Function XLSALES_OVERDUE_BALANCE(customer_code, as_of, Optional currency_code, Optional revision)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_OVERDUE_BALANCE = XlsalesAnswer("XLSALES_OVERDUE_BALANCE", Array(customer_code, as_of, currency_code, revision), Application.Caller)
    Exit Function
failed:
    XLSALES_OVERDUE_BALANCE = XlsalesLast(Application.Caller)
End Function

Function XLSALES_CUSTOMER_DAYS_LATE(customer_code, as_of, Optional currency_code, Optional revision)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_CUSTOMER_DAYS_LATE = XlsalesAnswer("XLSALES_CUSTOMER_DAYS_LATE", Array(customer_code, as_of, currency_code, revision), Application.Caller)
    Exit Function
failed:
    XLSALES_CUSTOMER_DAYS_LATE = XlsalesLast(Application.Caller)
End Function

Function XLSALES_EXPOSURE(customer_code, as_of, Optional currency_code, Optional revision)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_EXPOSURE = XlsalesAnswer("XLSALES_EXPOSURE", Array(customer_code, as_of, currency_code, revision), Application.Caller)
    Exit Function
failed:
    XLSALES_EXPOSURE = XlsalesLast(Application.Caller)
End Function

Function XLSALES_CREDIT_LEFT(customer_code, as_of, Optional revision)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_CREDIT_LEFT = XlsalesAnswer("XLSALES_CREDIT_LEFT", Array(customer_code, as_of, revision), Application.Caller)
    Exit Function
failed:
    XLSALES_CREDIT_LEFT = XlsalesLast(Application.Caller)
End Function

Function XLSALES_CREDIT_GRADE(customer_code, as_of, Optional currency_code, Optional revision)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_CREDIT_GRADE = XlsalesAnswer("XLSALES_CREDIT_GRADE", Array(customer_code, as_of, currency_code, revision), Application.Caller)
    Exit Function
failed:
    XLSALES_CREDIT_GRADE = XlsalesLast(Application.Caller)
End Function

Function XLSALES_LIMITATION_DATE(customer_code, document_no, as_of, Optional currency_code, Optional revision)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_LIMITATION_DATE = XlsalesAnswer("XLSALES_LIMITATION_DATE", Array(customer_code, document_no, as_of, currency_code, revision), Application.Caller)
    Exit Function
failed:
    XLSALES_LIMITATION_DATE = XlsalesLast(Application.Caller)
End Function

Function XLSALES_DEDUCTIONS(customer_code, period_text, Optional contract_no, Optional deduction_kind, Optional currency_code, Optional revision)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_DEDUCTIONS = XlsalesAnswer("XLSALES_DEDUCTIONS", Array(customer_code, period_text, contract_no, deduction_kind, currency_code, revision), Application.Caller)
    Exit Function
failed:
    XLSALES_DEDUCTIONS = XlsalesLast(Application.Caller)
End Function

Function XLSALES_SALES(period_text, Optional dimension, Optional dimension_key, Optional as_of, Optional sales_basis, Optional currency_code, Optional revision)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_SALES = XlsalesAnswer("XLSALES_SALES", Array(period_text, dimension, dimension_key, as_of, sales_basis, currency_code, revision), Application.Caller)
    Exit Function
failed:
    XLSALES_SALES = XlsalesLast(Application.Caller)
End Function

Function XLSALES_RECEIPTS(period_text, Optional customer_code, Optional as_of, Optional currency_code, Optional revision)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_RECEIPTS = XlsalesAnswer("XLSALES_RECEIPTS", Array(period_text, customer_code, as_of, currency_code, revision), Application.Caller)
    Exit Function
failed:
    XLSALES_RECEIPTS = XlsalesLast(Application.Caller)
End Function

Function XLSALES_COLLECTION_RATE(period_text, Optional as_of, Optional currency_code, Optional revision)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_COLLECTION_RATE = XlsalesAnswer("XLSALES_COLLECTION_RATE", Array(period_text, as_of, currency_code, revision), Application.Caller)
    Exit Function
failed:
    XLSALES_COLLECTION_RATE = XlsalesLast(Application.Caller)
End Function

Function XLSALES_DSO(period_text, as_of, Optional currency_code, Optional revision)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_DSO = XlsalesAnswer("XLSALES_DSO", Array(period_text, as_of, currency_code, revision), Application.Caller)
    Exit Function
failed:
    XLSALES_DSO = XlsalesLast(Application.Caller)
End Function

Function XLSALES_GROWTH(this_amount, base_amount)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_GROWTH = XlsalesAnswer("XLSALES_GROWTH", Array(this_amount, base_amount), Application.Caller)
    Exit Function
failed:
    XLSALES_GROWTH = XlsalesLast(Application.Caller)
End Function

Function XLSALES_ATTAINMENT(actual_amount, target_amount)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_ATTAINMENT = XlsalesAnswer("XLSALES_ATTAINMENT", Array(actual_amount, target_amount), Application.Caller)
    Exit Function
failed:
    XLSALES_ATTAINMENT = XlsalesLast(Application.Caller)
End Function

Function XLSALES_SHARE(amounts)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_SHARE = XlsalesAnswer("XLSALES_SHARE", Array(amounts), Application.Caller)
    Exit Function
failed:
    XLSALES_SHARE = XlsalesLast(Application.Caller)
End Function

Function XLSALES_CUMULATIVE_SHARE(amounts)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_CUMULATIVE_SHARE = XlsalesAnswer("XLSALES_CUMULATIVE_SHARE", Array(amounts), Application.Caller)
    Exit Function
failed:
    XLSALES_CUMULATIVE_SHARE = XlsalesLast(Application.Caller)
End Function

Function XLSALES_MAIN(amounts)
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    XLSALES_MAIN = XlsalesAnswer("XLSALES_MAIN", Array(amounts), Application.Caller)
    Exit Function
failed:
    XLSALES_MAIN = XlsalesLast(Application.Caller)
End Function
