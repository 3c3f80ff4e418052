// SPDX-License-Identifier: Apache-2.0
#include "ui/shared/messagebox.h"

#include "ui/theme/icons.h"
#include "ui/widgets/questionbox.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QFileInfo>
#include <QPushButton>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QuestionBox *makeMessage(QWidget *window, const QString &fact, const QString &detail)
{
    auto *box =
        new QuestionBox(fact, detail, QCoreApplication::translate("Sluice::MessageBox", "Close"),
                        QuestionBox::Kind::Message, window);
    box->cancelButton()->hide();
    box->preferVerb();
    return box;
}

} // namespace

void showMessage(QWidget *window, const QString &fact, const QString &detail)
{
    makeMessage(window, fact, detail)->open();
}

void showWritten(QWidget *window, const QString &fact, const QString &detail, const QString &folder)
{
    QuestionBox *box = makeMessage(window, fact, detail);
    if (QFileInfo(folder).isDir()) {
        QPushButton *open =
            box->addOther(QCoreApplication::translate("Sluice::MessageBox", "&Open folder"));
        open->setObjectName(u"openFolder"_s);
        open->setIcon(icon("folder-open"));
        QObject::connect(open, &QPushButton::clicked, box,
                         [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
    }
    box->open();
}

} // namespace Sluice
