"""stub"""
def _part(patch, ns): return "customXml/item77.xml"
def read(patch, ns):
    n=_part(patch,ns); return patch.package.read(n) if n in patch.package else None
def write(patch, ns, content):
    n=_part(patch,ns)
    if n not in patch.package: patch.package.relate(patch.package.book,"customXml",n)
    patch.package.write(n, content, "application/xml")
def remove(patch, ns):
    n=_part(patch,ns)
    if n in patch.package:
        for k,t in patch.package.related(patch.package.book,"customXml").items():
            if t==n: patch.package.unrelate(patch.package.book,k)
        patch.package.remove(n)
