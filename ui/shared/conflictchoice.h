// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/merge.h"

#include <QWidget>

class QRadioButton;

namespace Sluice {

class TextLabel;

// The three values of a conflict, one below the other: the former one, and the two to choose from.
// Nothing is chosen until the user does it.
class ConflictChoice final : public QWidget
{
    Q_OBJECT

public:
    ConflictChoice(const QString &base, const QString &theirs, const QString &mine,
                   QWidget *parent = nullptr);

    void setChoice(MergeItem::Choice choice);

Q_SIGNALS:
    void chosen(Sluice::MergeItem::Choice choice);

private:
    QRadioButton *m_theirs;
    QRadioButton *m_mine;
    TextLabel *m_note;
};

} // namespace Sluice
