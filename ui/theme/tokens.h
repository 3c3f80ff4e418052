// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinestate.h"

#include <QColor>
#include <QPalette>

namespace Sluice {

// The colours of the program beyond the roles of QPalette. Styles and delegates find them by the
// palette, so nobody has to hand them in.
struct Tokens {
    bool dark;
    QColor textSecondary; // labels of facts, headers, icons, help
    QColor textDisabled;
    QColor line;          // separators, table grid
    QColor frame;         // frames of groups and menus
    QColor field;         // frames of inputs, buttons and check boxes
    QColor accent;        // primary button, checked box, meter
    QColor focus;         // focus frame, changed dot, tab line, bar of a selected row
    QColor hover;         // row or tool button under the mouse
    QColor selection;     // selected row; its text keeps the colour of Text
    QColor selectionLine; // below a selected row
    QColor hatch;         // lines of "not observed"
    QColor hit;           // ground of letters that a filter found
    QColor problem;       // frame and icon of an error in a form
    QColor warning;       // icon of something to look at first
};

// A family of status colours: fg is read on bg, solid paints shapes outside of badges.
struct FamilyColors {
    QColor fg;
    QColor bg;
    QColor border;
    QColor solid;
};

enum class Family {
    Good, // streaming, added, passed
    Snapshot,
    Warning, // starting, stopping, requested
    Stopped,
    Unknown, // also values that this program does not know
    Unexpected,
    Problem, // error in forms, removed
    Information,
};

// The tokens that go with a palette: dark when its Base is dark, with high contrast when its Shadow
// is that of high contrast.
const Tokens &tokensFor(const QPalette &palette);

// The colours of a status family that go with a palette.
const FamilyColors &familyColors(Family family, const QPalette &palette);

// The family that a badge is painted in.
Family familyOf(Badge badge);

// The palette of the whole program.
QPalette programPalette(bool dark, bool highContrast = false);

// The same for item views: a soft selection that leaves the text's colour alone.
QPalette viewPalette(bool dark, bool highContrast = false);

// The same for tool tips, which are the reverse of the program.
QPalette toolTipPalette(bool dark, bool highContrast = false);

} // namespace Sluice
