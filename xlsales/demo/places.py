"""Places: the cities of the invented customers, with real names and codes."""

from dataclasses import dataclass
from functools import cached_property

from xlsales.ledger.order_numbers import city_initials, province_letters

_PROVINCES = {
    "北京": ("北京市", "华北"),
    "天津": ("天津市", "华北"),
    "河北": ("河北省", "华北"),
    "山西": ("山西省", "华北"),
    "内蒙古": ("内蒙古自治区", "华北"),
    "辽宁": ("辽宁省", "东北"),
    "吉林": ("吉林省", "东北"),
    "黑龙江": ("黑龙江省", "东北"),
    "上海": ("上海市", "华东"),
    "江苏": ("江苏省", "华东"),
    "浙江": ("浙江省", "华东"),
    "安徽": ("安徽省", "华东"),
    "福建": ("福建省", "华东"),
    "山东": ("山东省", "华东"),
    "河南": ("河南省", "华中"),
    "湖北": ("湖北省", "华中"),
    "湖南": ("湖南省", "华中"),
    "广东": ("广东省", "华南"),
    "广西": ("广西壮族自治区", "华南"),
    "四川": ("四川省", "西南"),
    "云南": ("云南省", "西南"),
    "陕西": ("陕西省", "西北"),
    "甘肃": ("甘肃省", "西北"),
}
_CITIES = (
    ("辽宁", "沈阳", "024"),
    ("辽宁", "大连", "0411"),
    ("辽宁", "鞍山", "0412"),
    ("辽宁", "营口", "0417"),
    ("吉林", "长春", "0431"),
    ("吉林", "吉林", "0432"),
    ("黑龙江", "哈尔滨", "0451"),
    ("黑龙江", "大庆", "0459"),
    ("北京", "北京", "010"),
    ("天津", "天津", "022"),
    ("河北", "石家庄", "0311"),
    ("河北", "唐山", "0315"),
    ("山西", "太原", "0351"),
    ("内蒙古", "呼和浩特", "0471"),
    ("上海", "上海", "021"),
    ("江苏", "南京", "025"),
    ("江苏", "苏州", "0512"),
    ("浙江", "杭州", "0571"),
    ("浙江", "湖州", "0572"),
    ("安徽", "合肥", "0551"),
    ("福建", "福州", "0591"),
    ("山东", "济南", "0531"),
    ("山东", "青岛", "0532"),
    ("河南", "郑州", "0371"),
    ("湖北", "武汉", "027"),
    ("湖南", "长沙", "0731"),
    ("广东", "广州", "020"),
    ("广东", "深圳", "0755"),
    ("广西", "南宁", "0771"),
    ("四川", "成都", "028"),
    ("云南", "昆明", "0871"),
    ("陕西", "西安", "029"),
    ("甘肃", "兰州", "0931"),
)


@dataclass(frozen=True)
class Place:
    """One city and what hangs on it."""

    province: str
    city: str
    area_code: str

    @property
    def region(self) -> str:
        """The sales region."""
        return _PROVINCES[self.province][1]

    @cached_property
    def prefix(self) -> str:
        """What order numbers of the city begin with: LNSY for 沈阳."""
        return province_letters(self.province) + city_initials(self.city)

    def address(self, street: str) -> str:
        """Return a whole address."""
        full = _PROVINCES[self.province][0]
        city = f"{self.city}市"
        return f"{full}{street}" if city == full else f"{full}{city}{street}"


PLACES = {city: Place(province, city, area) for province, city, area in _CITIES}
