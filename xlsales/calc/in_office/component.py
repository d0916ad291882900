"""Components: what the office looks for by a name, and what it asks of each."""

from __future__ import annotations

import unohelper
from com.sun.star.lang import XServiceInfo


class Component(unohelper.Base, XServiceInfo):
    """What the office makes when it needs a service of ours.

    Attributes:
        NAME: by which the configuration speaks of it.
        SERVICES: what it serves as.
    """

    NAME = ""
    SERVICES = ()

    def __init__(self, context, *given):
        pass

    def getImplementationName(self):
        return self.NAME

    def supportsService(self, service):
        return service in self.SERVICES

    def getSupportedServiceNames(self):
        return self.SERVICES
