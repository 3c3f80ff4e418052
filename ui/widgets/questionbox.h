// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/dialog.h"

class QCheckBox;
class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace Sluice {

// A question before something is done: one sentence, what follows from it, Cancel and the verb at
// the right. Window-modal; deletes itself when it is closed. Cancel has the focus and is what Enter
// means, so that the verb needs a deliberate choice.
//
//   auto *box = new QuestionBox(tr("Delete %1?").arg(name), tr("This cannot be undone."),
//                               tr("Delete"), QuestionBox::Kind::Danger, window);
//   connect(box, &QDialog::accepted, ...);
//   box->open();
class QuestionBox final : public Dialog
{
    Q_OBJECT

public:
    // Danger: the verb is red, for things that cannot be undone. Message: the box tells something
    // and asks nothing.
    enum class Kind { Plain, Danger, Message };

    QuestionBox(const QString &question, const QString &detail, const QString &verb, Kind kind,
                QWidget *parent);

    const QString &question() const { return m_question; }

    const QString &detail() const { return m_detail; }

    QPushButton *confirmButton() const { return m_confirm; }

    QPushButton *cancelButton() const { return m_cancel; }

    // Another way out, at the far left; the box closes without accepted().
    QPushButton *addOther(const QString &verb);
    // Something to tick, below the words.
    QCheckBox *addTick(const QString &text);
    // Enter presses the verb: for a question whose verb does no harm.
    void preferVerb();

private:
    QLayout *makeWords(Kind kind);
    void makeButtons();

    QString m_question;
    QString m_detail;
    QPushButton *m_confirm;
    QPushButton *m_cancel;
    QVBoxLayout *m_words = nullptr;
    QHBoxLayout *m_buttons = nullptr;
};

} // namespace Sluice
