"""Configuration: parts as LibreOffice's registry takes them."""

from lxml import etree

from xlsales.calc.configuration import named, prop, root_of
from xlsales.language import Text


def test_a_part_with_a_new_node_and_what_people_read():
    root = root_of("Addons")
    ours = named(named(root, "AddonUI"), "xlsales", is_new=True)
    prop(ours, "Title", Text("订单", "Orders"))
    prop(ours, "URL", "xlsales:check")
    assert etree.tostring(root, encoding="unicode") == (
        '<oor:component-data xmlns:oor="http://openoffice.org/2001/registry" '
        'oor:name="Addons" oor:package="org.openoffice.Office">'
        '<node oor:name="AddonUI"><node oor:name="xlsales" oor:op="replace">'
        '<prop oor:name="Title"><value xml:lang="zh-CN">订单</value>'
        '<value xml:lang="en-US">Orders</value></prop>'
        '<prop oor:name="URL"><value>xlsales:check</value></prop>'
        "</node></node></oor:component-data>"
    )
