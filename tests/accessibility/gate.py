# SPDX-License-Identifier: Apache-2.0
"""Walks the pages, dialogs and menus of the window over AT-SPI, as a screen reader and a keyboard do.

usage: gate.py PROGRAM [PAGE...]

On each page: every control has a name, no two of one role have the same; a control that says it can be acted on does
something; Tab reaches every control forwards and backwards, comes round, and goes as the screen is read. Ends with 1
and one line for each fault.
"""

import json
import os
import subprocess
import sys
import time

from desktop import CELLS, CONTROLS, ROWS, Control, Program, owner

# Names of buttons that write to a server, end the program or lead to another page: they are pressed where a test
# means it.
COMMANDS = ("Start", "Stop", "Delete", "Create", "Save", "Sign in", "Disconnect", "Re-point", "Close", "Cancel",
            "Import", "Copy", "Refresh", "Connect", "Back", "Next", "Clear the filter", "From a file", "Keep as draft",
            "Discard", "Review", "Open the event log")
VERBOSE = "GATE_VERBOSE" in os.environ
STOPS = 120  # more stops than any page has


class Gate:
    """Collects the faults of one run."""

    def __init__(self, program):
        self.program = program
        self.faults = []
        self.page = ""
        self.restless = set()  # what changes by itself: counters, ages
        self.seen = []  # the controls when they were still last

    def fault(self, words):
        self.faults.append(f"{self.page}: {words}")
        print(self.faults[-1], flush=True)

    def check(self, page):
        """All checks of what is shown now."""
        self.page = page
        self.settle()
        self.check_names()
        self.check_tabs()
        self.check_actions()

    def watch(self):
        """Finds what changes by itself: counters and ages do so each second."""
        before = self.program.picture()
        time.sleep(1.1)
        now = self.program.picture()
        self.restless |= {place for place in now.keys() & before.keys() if now[place] != before[place]}

    def differs(self, before):
        now = self.program.picture()
        if now.keys() != before.keys():
            return True
        return any(now[place] != before[place] for place in now.keys() - self.restless)

    def settle(self):
        """Waits until two looks see the same."""
        last = []

        def same():
            nonlocal last
            self.seen = self.program.controls()
            now = [c.key for c in self.seen if c.role in CONTROLS and c.role not in CELLS]
            same = now == last and now
            last = now
            return same

        self.program.wait_for(same, f"{self.page} to settle")

    def home(self):
        """The dashboard with its first pipeline selected, whatever is open."""
        while len(self.program.windows()) > 1:
            self.close()
        self.go("ctrl+1")
        self.program.press("ctrl+f")
        self.program.press("ctrl+a")
        self.program.press("Delete")
        self.program.press("Down")
        self.settle()

    def go(self, keys):
        self.program.press(keys)
        self.settle()

    def close(self):
        """Closes the dialog that has the keyboard, without a change."""
        before = self.program.windows()
        self.program.press("Escape")
        self.program.wait_for(lambda: self.program.closes(before), f"{self.page} to close")

    def ready(self, name):
        """The button of that name, as soon as it can be pressed."""
        return self.program.wait_for(
            lambda: next((c for c in self.program.controls() if c.role == "push button" and c.enabled
                          and c.name.startswith(name) and "Press" in c.actions), None),
            f"the button '{name}' to be enabled")

    def push(self, name):
        self.ready(name).act("Press")

    def tab_to(self, wanted, key="Tab"):
        """Presses Tab or its like until wanted() likes the stop. Qt does not let assistive technology move the focus to
        each kind of control."""
        for _ in range(STOPS):
            stop = self.program.tab(key)
            if stop and wanted(stop):
                return
        self.fault(f"{key} does not come to what was wanted")

    def choose(self, name, entry):
        """Chooses an entry of the combo box of that name."""
        def labelled():
            return next((c for c in self.program.controls() if c.role == "combo box" and name in c.labels), None)

        box = self.program.wait_for(labelled, f"combo box '{name}'")
        self.tab_to(lambda stop: stop.key == box.key)
        self.program.press("Home")
        for _ in range(20):
            if labelled().name == entry:
                return
            self.program.press("Down")
        self.fault(f"{name} has no entry {entry}")

    @staticmethod
    def entries_of(menu):
        return [Control(menu.get_child_at_index(i)) for i in range(menu.get_child_count())]

    def entries(self, menu):
        """What is in the menu that opens from this entry."""
        return self.entries_of(menu.get_child_at_index(0)) if menu.get_child_count() else []

    def menu(self, words):
        """Chooses an entry of the menu bar by its words, and waits for what it opens."""
        before = self.program.windows()
        for bar in [c for c in self.program.controls() if c.role == "menu item"]:
            for entry in self.entries(bar.node):
                if entry.name.startswith(words):
                    entry.act()
                    self.program.wait_for(lambda: self.program.opens(before), f"'{words}' to open")
                    return
        raise AssertionError(f"No menu has '{words}'")

    def type_into_filter(self, words):
        """The dashboard with the first pipeline selected that has these words."""
        self.home()
        self.program.press("ctrl+f")
        self.program.type(words)
        self.program.press("Down")
        self.settle()

    def open_by(self, *keys):
        """Presses keys one after the other, the last of which opens a dialog."""
        before = self.program.windows()
        for key in keys:
            self.program.press(key)
        self.program.wait_for(lambda: self.program.opens(before), f"{keys} to open a dialog")

    def open_menu(self, letter):
        """Opens a menu of the menu bar with Alt. Qt asks the accessibility bus about each key first, so that on a busy
        machine the Alt may come after the menu that it opens, and close it: then once more."""
        for _ in range(5):
            self.program.press(f"alt+{letter}")
            try:
                return self.program.wait_for(self.program.menu, "a menu", 3)
            except AssertionError:
                pass
        raise AssertionError(f"alt+{letter} opens no menu")

    def open_from_menu(self, letter, *entries):
        """Opens a dialog by a menu of the menu bar and the letters of its entries, one for each level."""
        before = self.program.windows()
        for last in (False, False, True):
            self.open_menu(letter)
            for entry in entries:
                self.program.press(entry)
            try:
                self.program.wait_for(lambda: self.program.opens(before), f"{letter} {entries} to open a dialog",
                                      20 if last else 5)
                return
            except AssertionError:
                if last:
                    raise

    def words_of(self, menu, place):
        """Fails on entries of a menu without words, also below others."""
        for entry in self.entries_of(menu):
            if entry.role == "separator":
                continue
            if not entry.name.strip():
                self.fault(f"no name: an entry of {place}")
            if entry.node.get_child_count():
                self.words_of(entry.node.get_child_at_index(0), f"{place}, {entry.name}")

    def check_menu(self, place):
        """Fails unless the keys for it open a menu where the focus is. Assistive technology does not see such a menu,
        but hears of each entry that the arrow keys come to: every one has words, and the keys come round."""
        self.page = f"menu of {place}"
        for key in ("Menu", "shift+F10"):
            closed = self.program.surfaces()
            self.program.press(key)
            try:
                self.program.wait_for(lambda: self.program.surfaces() > closed, "a menu", 5)
            except AssertionError:
                self.fault(f"{key} opens no menu")
                continue
            if key == "Menu":
                # It may be on the screen a moment before it has the keyboard.
                self.program.wait_for(lambda: self.program.tab("Down", 1), f"the {self.page} to take keys")
                entries = self.round("Down")
                if len(entries) < 2:
                    self.fault("it has no entries")
                for entry in entries:
                    if entry.role != "menu item" or not entry.name.strip():
                        self.fault(f"no words: {entry}")
            self.program.press("Escape")
            self.program.wait_for(lambda: self.program.surfaces() == closed, f"the {self.page} to close")

    def check_names(self):
        seen = {}
        for control in self.program.controls():
            if control.role not in CONTROLS:
                continue
            name = control.name
            if control.role == "combo box":
                name = " ".join(control.labels)
            if not name.strip():
                self.fault(f"no name: {control}, in {control.parent}")
            place = control.parent.key if control.parent else None
            other = seen.setdefault((place, control.role, name), control)
            if other is not control and control.role not in {"scroll bar"}:
                self.fault(f"the same name twice: {other}; {control}")

    def round(self, key):
        """The stops of one round of that key, from where the focus is."""
        stops = []
        for _ in range(STOPS):
            stop = self.program.tab(key)
            if not stop and self.is_alone():
                return [self.program.focused()]
            if not stop:
                self.fault(f"{key} stays at {self.program.focused()}")
                return stops
            if stop.key in {s.key for s in stops}:
                return stops
            stops.append(stop)
            if VERBOSE:
                print(f"    {key}: {stop}")
        self.fault(f"{key} does not come round in {STOPS} stops")
        return stops

    def is_alone(self):
        """What has the focus is all that could have it."""
        now = self.program.focused()
        return now and all(c.key == now.key for c in self.program.controls()
                           if c.role in CONTROLS and c.focusable and c.enabled)

    def check_tabs(self):
        forwards = self.round("Tab")
        backwards = self.round("shift+Tab")
        there = {s.key for s in forwards}
        back = {s.key for s in backwards}
        for stop in forwards:
            if stop.key not in back:
                self.fault(f"not reached backwards: {stop}")
        for control in self.program.controls():
            if control.focusable and control.enabled and control.role in CONTROLS and control.actions \
                    and control.role not in CELLS and control.key not in there:
                # One of a group of radio buttons, or of the tabs, stands for all: arrows go on.
                if control.role in {"radio button", "page tab"} or control.role in ROWS:
                    continue
                above = control.parent  # the line of a combo box, the buttons of a line
                if above and above.role in {"combo box", "text"} or self.is_stop_within(control, there):
                    continue
                self.fault(f"not reached by Tab: {control}")
        self.check_order(forwards)

    @staticmethod
    def is_stop_within(control, stops):
        """A part of it has the focus in its place: the line of a combo box that can be typed in."""
        node = control.node
        return any(node.get_child_at_index(i).path in stops for i in range(min(node.get_child_count(), 5)))

    def check_order(self, stops):
        """Fails where the focus goes up and back to the left: against how a page is read."""
        wraps = 0
        stops = [Control(stop.node) for stop in stops]  # where they are now: a page may have scrolled
        for one, two in zip(stops, stops[1:]):
            up = two.box[1] + two.box[3] <= one.box[1]
            left = two.box[0] < one.box[0] + one.box[2]
            if up and left:
                wraps += 1
                if wraps > 1:  # one is the way from the last to the first
                    self.fault(f"Tab goes up and back from {one} to {two}")

    def check_actions(self):
        """Does what each control offers, once, and looks whether anything changes."""
        done = set()
        self.settle()
        for control in self.seen:
            name = control.role, control.name
            if control.role not in {"check box", "push button", "radio button", "toggle button", "page tab"} \
                    or not control.enabled or not control.actions or name in done \
                    or control.name.startswith(COMMANDS):
                continue
            if not done:
                self.watch()
            done.add(name)
            self.try_action(control)

    def try_action(self, control):
        program = self.program
        home = program.window().get_name()
        count = len(program.windows())
        verb = next(a for a in control.actions if a != "SetFocus")
        if verb == "ShowMenu":  # it comes back when the menu is closed
            return
        is_current = control.role == "page tab" and control.parent and control.parent.name == control.name
        if is_current or (control.role == "radio button" and control.checked):
            return
        chosen = next((c for c in self.seen if c.role == "radio button" and c.checked and c.parent
                       and control.parent and c.parent.key == control.parent.key), None)
        if control.key not in {c.key for c in self.seen}:
            return  # what came before took it away
        before = program.picture(self.seen)
        surfaces = program.surfaces()
        control.act(verb)
        try:
            program.wait_for(lambda: program.surfaces() != surfaces or self.differs(before), "a change", 3)
        except AssertionError:
            self.fault(f"{verb} does nothing: {control}")
            return
        if program.surfaces() > surfaces and len(program.windows()) == count:
            program.press("Escape")
        # Back to where it was: a window that opened is closed, a switch set back.
        if len(program.windows()) > count:
            program.press("Escape")
            program.wait_for(lambda: len(program.windows()) <= count and program.active(),
                             f"what {control} opened to close")
        elif program.window() and program.window().get_name() != home:
            program.press("Escape")
        now = program.find(control.role, control.name) if control.role == "check box" else None
        if now and now.checked != control.checked:
            now.act(verb)
        if control.role == "radio button" and chosen:
            back = next((c for c in program.controls() if c.role == chosen.role and c.name == chosen.name), None)
            if back:
                back.act(verb)
        self.settle()


def start(gate):
    gate.program.expect("push button", "Connect")
    gate.check("start page")


def dashboard_is_there(gate):
    gate.program.expect("table", "Pipelines")
    gate.program.wait_for(lambda: [c for c in gate.program.controls() if c.role == "table cell"], "rows")


def dashboard(gate):
    gate.check("dashboard")


def details(gate):
    gate.go("ctrl+1")
    gate.program.press("ctrl+f")
    gate.program.type("orders")
    gate.program.press("Down")
    gate.program.expect("push button", "Open")
    gate.check("details")
    gate.program.press("ctrl+f")
    gate.program.press("Escape")


def overview(gate):
    gate.home()
    gate.program.press("Return")
    gate.program.expect("page tab", "Overview")
    gate.check("overview")


def form(gate):
    gate.home()
    gate.program.press("ctrl+e")
    gate.program.expect("list", "Sections of the definition")
    gate.check("form")


def tab(gate, name):
    gate.home()
    gate.program.press("Return")
    gate.program.expect("page tab", name).act()
    gate.check(name)


def text(gate):
    tab(gate, "JSON")


def changes(gate):
    tab(gate, "Changes")


def history(gate):
    tab(gate, "History")


def secrets(gate):
    gate.go("ctrl+3")
    gate.program.expect("text", "Filter references")
    gate.check("secrets")
    for shape in ("By vault", "By runner", "List"):
        gate.go("ctrl+3")
        gate.choose("View", shape)
        gate.check(f"secrets {shape.lower()}")
    gate.go("ctrl+1")


def alerts(gate):
    """With an account out of reach: its server does not answer."""
    server = ["pkill", "-P", str(gate.program.process.pid), "sluice-sandbox"]
    subprocess.run([*server, "-STOP"], check=True)
    gate.go("ctrl+2")
    gate.program.wait_for(lambda: [c for c in gate.program.controls() if c.name.startswith("Mute: ")], "an alert", 60)
    gate.check("needs attention")
    subprocess.run([*server, "-CONT"], check=True)
    gate.go("ctrl+1")


def events(gate):
    gate.go("ctrl+4")
    gate.program.expect("text", "Filter events")
    gate.check("event log")
    gate.go("ctrl+1")


def wizard(gate):
    gate.program.press("ctrl+n")
    for page in range(1, 9):
        gate.program.expect("push button", "Next" if page < 8 else "Create")
        gate.check(f"wizard page {page}")
        if page < 8:
            gate.push("Next")
    gate.program.press("Escape")
    gate.push("Discard")
    gate.program.wait_for(lambda: len(gate.program.windows()) == 1, "the wizard to close")


DIALOGS = {"trash": "Trash…", "templates": "Templates…", "keyboard shortcuts": "Keyboard shortcuts…",
           "about": "About Sluice", "disconnect": "Disconnect"}


def dialogs(gate):
    for page, entry in DIALOGS.items():
        gate.menu(entry)
        gate.check(page)
        gate.close()


def delete(gate):
    gate.home()
    gate.open_by("Delete")
    gate.check("delete question")
    gate.close()


def stop(gate):
    gate.type_into_filter("ledger-to-snowflake")
    gate.open_by("ctrl+shift+F12")
    gate.check("stop question")
    gate.close()


def labels(gate):
    gate.type_into_filter("ledger-to-snowflake")
    gate.open_by("ctrl+t")
    gate.check("tags and note")
    gate.close()


def review(gate):
    gate.home()
    gate.program.press("ctrl+e")
    gate.program.expect("list", "Sections of the definition")
    gate.program.type("x")
    gate.open_by("ctrl+s")
    gate.program.expect("push button", "Save changes")
    gate.check("review")
    gate.close()


def close_question(gate):
    """What is asked about edits, and leaves none."""
    gate.home()
    gate.program.press("ctrl+e")
    gate.program.expect("list", "Sections of the definition")
    gate.program.type("x")
    gate.open_by("ctrl+w")
    gate.check("close question")
    before = gate.program.windows()
    gate.push("Discard")
    gate.program.wait_for(lambda: gate.program.closes(before), "the question to close")


def compare(gate):
    gate.home()
    gate.program.press("shift+Down")
    gate.open_from_menu("p", "p")
    gate.check("compare")
    gate.close()


def terraform(gate):
    gate.home()
    gate.open_from_menu("p", "m")
    gate.check("terraform")
    gate.close()


def import_files(gate):
    """Definitions of a file, of which one is there and one is new."""
    path = os.path.join(os.environ["HOME"], "pipelines.json")
    definition = {"agentId": "2734aa6f-0c64-4d2b-9406-f44dc8f1f3b6"}
    with open(path, "w", encoding="utf-8") as file:
        json.dump([{**definition, "name": "my-streaming-pipeline"}, {**definition, "name": "another"}], file)
    gate.home()
    gate.open_from_menu("f", "i")
    gate.program.type(path)
    gate.program.press("Return")
    gate.program.expect("table", "Definitions to import")
    gate.choose("Import into the project", "Test-project")
    gate.check("import")
    gate.close()


def repoint(gate):
    """Both pages of re-pointing, without the last step."""
    gate.go("ctrl+3")
    gate.program.expect("text", "Filter references")
    gate.program.press("Down")
    gate.open_by("alt+r")
    gate.program.expect("table", "Pipelines to change")
    gate.program.press("Tab")
    gate.program.type("another-vault")
    gate.tab_to(lambda stop: stop.name == "Pipelines to change")
    gate.program.press("space")  # one is not ticked: to select all and to select none both do something
    gate.check("re-point")
    gate.program.press("alt+a")
    gate.push("Review")
    gate.ready("Re-point")
    gate.check("re-point review")
    gate.close()
    gate.go("ctrl+1")


def curl(gate):
    """The requests of a pipeline, in the menu that keys open; one of them asks where to save."""
    gate.home()
    gate.page = "curl"
    gate.open_menu("p")
    gate.program.press("l")
    menu = gate.program.wait_for(lambda: gate.program.menu("Copy as cURL"), "the requests")
    gate.words_of(menu.node, "the requests")
    gate.open_by("f")
    gate.close()


def context_menus(gate):
    gate.home()
    gate.check_menu("pipelines")
    gate.go("ctrl+3")
    gate.program.press("Down")
    gate.check_menu("references")
    gate.go("ctrl+1")
    gate.tab_to(lambda stop: stop.role == "tree", "shift+Tab")
    gate.program.press("Down")
    gate.check_menu("accounts")
    gate.go("ctrl+1")


def menus(gate):
    """Each menu has entries, and each entry has words."""
    gate.page = "menus"
    for bar in [c for c in gate.program.controls() if c.role == "menu item"]:
        if not gate.entries(bar.node):
            gate.fault(f"an empty menu: {bar}")
        else:
            gate.words_of(bar.node.get_child_at_index(0), str(bar))


PAGES = {"start": start, "dashboard": dashboard, "details": details, "overview": overview, "form": form, "json": text,
         "changes": changes, "history": history, "secrets": secrets, "alerts": alerts, "events": events,
         "wizard": wizard, "dialogs": dialogs,
         "menus": menus, "delete": delete, "stop": stop, "labels": labels, "review": review, "close": close_question, "compare": compare,
         "terraform": terraform, "import": import_files, "repoint": repoint, "curl": curl,
         "contextmenus": context_menus}


def main(arguments):
    pages = arguments[1:] or list(PAGES)
    # The start page is what a program without an account shows.
    options = [] if pages == ["start"] else ["--sandbox"]
    with Program(arguments[0], *options, "--theme", "light") as program:
        gate = Gate(program)
        if options:
            dashboard_is_there(gate)
        for page in pages:
            PAGES[page](gate)
    return 1 if gate.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
