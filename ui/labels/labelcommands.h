// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fleet/labelbook.h"
#include "models/fleet/table/selection.h"

namespace Sluice {

class Actions;

// Pins pipelines, and asks for their tags and notes.
class LabelCommands final : public QObject
{
    Q_OBJECT

public:
    // book may be null: then there are none. It outlives it.
    LabelCommands(LabelBook *book, QWidget *window);

    // Connects its actions.
    void handle(Actions *actions);

    // Pins all of them; takes the pins away when all of them have one.
    void pin(const Selection &selection);
    void edit(const Selection &selection);

private:
    LabelBook::Labels labelsOf(const Selection &selection) const;

    LabelBook *m_book;
    QWidget *m_window;
};

} // namespace Sluice
