// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fleet/labelbook.h"
#include "ui/widgets/dialog.h"

class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace Sluice {

class NoteLine;

// The tags of one pipeline or more, and the note of one. A tag that only some of them have stays so
// until somebody ticks it.
class LabelDialog final : public Dialog
{
    Q_OBJECT

public:
    // name: of the only pipeline; used when there is one. tags: all that any pipeline has.
    LabelDialog(const LabelBook::Labels &labels, const QString &name, const QStringList &tags,
                QWidget *parent = nullptr);

    // What the user made of them, once it was accepted.
    LabelBook::Labels labels() const;

private:
    void addRow(const QString &tag, Qt::CheckState state);
    void addTag();
    void check();
    bool refuse(const QString &problem);

    LabelBook::Labels m_labels;
    QListWidget *m_tags;
    QLineEdit *m_new;
    QPushButton *m_add;
    QPlainTextEdit *m_note = nullptr; // null: there are several
    NoteLine *m_problem;
    QPushButton *m_save;
};

} // namespace Sluice
