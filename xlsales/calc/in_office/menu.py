"""The menu: its entries are addresses such as ``xlsales:check``, which come here."""

from __future__ import annotations

import uno
from com.sun.star.frame import XDispatch, XDispatchProvider
from com.sun.star.lang import XInitialization

from .component import Component
from .press import press

PROTOCOL = "xlsales:"


class Menu(Component, XInitialization, XDispatchProvider, XDispatch):
    """What answers to addresses of ours in one window."""

    NAME = "xlsales.calc.Menu"
    SERVICES = ("com.sun.star.frame.ProtocolHandler",)

    def __init__(self, context, *given):
        self._frame = given[0] if given else None

    def initialize(self, given):
        if given:
            self._frame = given[0]

    def queryDispatch(self, url, target, flags):
        return self if url.Protocol == PROTOCOL else None

    def queryDispatches(self, requests):
        return tuple(
            self.queryDispatch(one.FeatureURL, one.FrameName, one.SearchFlags)
            for one in requests
        )

    def dispatch(self, url, given):
        press(self._frame.Controller.Model, url.Path)

    def addStatusListener(self, listener, url):
        state = uno.createUnoStruct("com.sun.star.frame.FeatureStateEvent")
        state.FeatureURL, state.Source, state.IsEnabled = url, self, True
        listener.statusChanged(state)

    def removeStatusListener(self, listener, url):
        pass
