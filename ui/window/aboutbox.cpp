// SPDX-License-Identifier: Apache-2.0
#include "ui/window/aboutbox.h"

#include "ui/theme/icons.h"

#include <QCoreApplication>
#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int logoSize = 48;

struct AboutWords {
    Q_DECLARE_TR_FUNCTIONS(Sluice::AboutBox)
};

} // namespace

void showAboutBox(QWidget *parent)
{
    auto *box = new QMessageBox(parent);
    box->setObjectName(u"aboutBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(AboutWords::tr("About Sluice"));
    box->setIconPixmap(programIcon().pixmap(logoSize));
    box->setText(AboutWords::tr("Sluice %1").arg(QLatin1String(SLUICE_VERSION)));
    box->setInformativeText(
        AboutWords::tr("A desktop program for Maia streaming pipelines.\n\n"
                       "Licensed under the Apache License 2.0. Icons by Lucide (ISC). "
                       "Made with Qt %1 (LGPL 3).")
            .arg(QLatin1String(qVersion())));
    box->setStandardButtons(QMessageBox::Close);
    box->open();
}

} // namespace Sluice
