// SPDX-License-Identifier: Apache-2.0
#include "ui/shared/messagebox.h"

#include "ui/widgets/questionbox.h"

#include <QCoreApplication>
#include <QPushButton>

namespace Sluice {

void showMessage(QWidget *window, const QString &fact, const QString &detail)
{
    auto *box =
        new QuestionBox(fact, detail, QCoreApplication::translate("Sluice::MessageBox", "Close"),
                        QuestionBox::Kind::Message, window);
    box->cancelButton()->hide();
    box->confirmButton()->setDefault(true);
    box->confirmButton()->setFocus();
    box->open();
}

} // namespace Sluice
