# SPDX-License-Identifier: Apache-2.0
"""A program as a screen reader meets it: its controls over AT-SPI, and the keys that a user presses."""

import functools
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

# What a user can act on. Each of these needs a name.
CONTROLS = {
    "check box", "combo box", "entry", "link", "list", "page tab list", "password text", "push button",
    "radio button", "slider", "spin button", "table", "text", "toggle button", "tree", "tree table", "menu item",
    "check menu item", "radio menu item", "page tab", "document frame",
}
ROWS = {"table", "tree", "tree table", "list", "list box"}
CELLS = {"table cell", "list item", "tree item", "table row", "page tab"}


def owner(control):
    """What the keyboard stops at: of a cell its table, of all else the control."""
    while control.role in CELLS and control.parent:
        control = control.parent
    return control


def owner_of(node):
    """The same of a node that was not read yet."""
    control = Control(node)
    while control.role in CELLS and node.get_parent():
        node = node.get_parent()
        control = Control(node)
    return control


class Control:
    """One accessible object. Where it is and how it stands is read once, at the beginning; the rest when it is asked
    for first, because each part is a call to the program. Positions are those of the screen, in pixels."""

    def __init__(self, node, parent=None):
        self.node = node
        self.parent = parent
        self.role = node.get_role_name()
        self.name = node.get_name() or ""
        states = node.get_state_set()
        self.showing = states.contains(Atspi.StateType.SHOWING)
        self.enabled = states.contains(Atspi.StateType.ENABLED)
        self.focusable = states.contains(Atspi.StateType.FOCUSABLE)
        self.focused = states.contains(Atspi.StateType.FOCUSED)
        self.checked = states.contains(Atspi.StateType.CHECKED)
        self.selected = states.contains(Atspi.StateType.SELECTED)
        self.box = (0, 0, 0, 0)
        component = node.get_component_iface()
        if component:
            extents = component.get_extents(Atspi.CoordType.SCREEN)
            self.box = (extents.x, extents.y, extents.width, extents.height)

    @functools.cached_property
    def labels(self):
        """Of a combo box Qt gives the chosen entry as the name, and what it is about by a label."""
        return [relation.get_target(i).get_name() for relation in self.node.get_relation_set()
                if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY
                for i in range(relation.get_n_targets())]

    @functools.cached_property
    def description(self):
        return self.node.get_description() or ""

    @functools.cached_property
    def actions(self):
        action = self.node.get_action_iface()
        return [action.get_action_name(i) for i in range(action.get_n_actions())] if action else []

    @functools.cached_property
    def text(self):
        text = self.node.get_text_iface()
        return text.get_text(0, min(400, text.get_character_count())) if text else ""

    @property
    def key(self):
        """The same for the same control, wherever it moves and whatever it says."""
        return self.node.path

    def act(self, name=None):
        """Does what assistive technology would do: the action of that name, else the first."""
        self.node.get_action_iface().do_action(self.actions.index(name) if name else 0)

    def __str__(self):
        x, y, width, height = self.box
        return f"{self.role} '{self.name or self.text[:30]}' at {x},{y} {width}x{height}"


class Program:
    """A running program. Ends it when the with block ends."""

    def __init__(self, *command):
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        self.context = GLib.MainContext.default()
        self.stop = None  # what the keyboard came to last
        self.listener = Atspi.EventListener.new(self._focus_moved)
        self.listener.register("object:state-changed:focused")
        self.node = self.wait_for(self._find, "the program on the accessibility bus")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()

    def _focus_moved(self, event):
        try:
            # A list tells of a new current row as of the focus, also while it has none.
            stop = owner_of(event.source) if event.detail1 == 1 else None
            # Of an entry in two menus Qt has one object, which asks the menu it was seen in first.
            if stop and (stop.focused or stop.role == "menu item"):
                self.stop = stop
        except GLib.Error:
            pass

    def tab(self, key, seconds=3):
        """Presses Tab or its like, and gives what the focus came to; None: it stayed."""
        self.stop = None
        self.press(key)
        try:
            return self.wait_for(lambda: self.stop, f"{key} to move the focus", seconds)
        except AssertionError:
            return None

    def _find(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child and child.get_process_id() == self.process.pid:
                return child
        return None

    def wait_for(self, condition, what, seconds=20):
        """Waits until condition() gives something, and returns that."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise AssertionError(f"The program ended with {self.process.returncode} before {what}")
            try:
                found = condition()
            except GLib.Error:  # what was there a moment ago is gone
                found = None
            if found:
                return found
            while self.context.iteration(False):
                pass
            time.sleep(0.02)
        raise AssertionError(f"Not seen in {seconds} s: {what}")

    def windows(self):
        """The windows that are shown, the newest last."""
        return [w for w in (self.node.get_child_at_index(i) for i in range(self.node.get_child_count()))
                if w and w.get_state_set().contains(Atspi.StateType.SHOWING)]

    def active(self):
        """The window that has the keyboard; None: none of the program's."""
        return next((w for w in self.windows() if w.get_state_set().contains(Atspi.StateType.ACTIVE)), None)

    def window(self):
        """The window that has the keyboard, else the newest."""
        return self.active() or (self.windows() or [None])[-1]

    def opens(self, before):
        """True once a window has the keyboard that is not one of those."""
        now = self.active()
        return now is not None and now.path not in {w.path for w in before}

    def closes(self, before):
        """True once there are fewer windows than those, and one of them has the keyboard."""
        return len(self.windows()) < len(before) and self.active() is not None

    def menu(self, name=""):
        """The open menu of the menu bar, the innermost one; with a name, that of the entry so named. None: there is
        none."""
        found = [c for c in self.controls() if c.role == "popup menu" and c.parent and c.parent.name.startswith(name)]
        return found[-1] if found else None

    def controls(self, root=None, rows=40):
        """All that is shown below root (the active window), in the order of the tree. Of a list, rows cells."""
        found = []

        def visit(node, parent):
            try:
                control = Control(node, parent)
            except GLib.Error:
                return
            if not control.showing and parent:
                return
            found.append(control)
            count = node.get_child_count()
            for i in range(min(count, rows) if control.role in ROWS else count):
                child = node.get_child_at_index(i)
                if child:
                    visit(child, control)

        root = root or self.window()
        if root:
            visit(root, None)
        return found

    def find(self, role, name, root=None):
        """The first shown control of that role whose name begins so, or None."""
        for control in self.controls(root):
            if control.role == role and control.name.startswith(name):
                return control
        return None

    def expect(self, role, name, seconds=20):
        """The same, waited for."""
        return self.wait_for(lambda: self.find(role, name), f"{role} '{name}'", seconds)

    def focused(self):
        """The control that has the focus: the innermost one."""
        # Qt calls the current cell of a table, and the current tab, focused wherever the keyboard is.
        found = [c for c in self.controls() if c.focused and (c.role not in CELLS or owner(c).focused)]
        return found[-1] if found else None

    def press(self, keys):
        """Presses and releases keys together: "Tab", "shift+Tab", "ctrl+n"."""
        subprocess.run(["xdotool", "key", "--clearmodifiers", keys], check=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--clearmodifiers", text], check=True)

    def surfaces(self):
        """How many windows the display shows of it. Lists that open below a line are none to assistive technology."""
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid), ""],
                               capture_output=True, text=True, check=False)
        return len(found.stdout.split())

    def picture(self, controls=None):
        """What is said now, to see whether something changed: which windows there are, and all controls of the one
        that has the keyboard, by place. controls: those, where they have been looked for already."""
        said = {(w.get_name(), w.path): () for w in self.windows()}
        window = self.window()
        if window:
            name = window.get_name()
            said |= {(name, c.role, c.box): (c.name, c.description, c.text, c.checked, c.selected, c.focused, c.enabled)
                     for c in controls or self.controls(window)}
        return said
