// SPDX-License-Identifier: Apache-2.0
#include "ui/runs/runfile.h"

#include "models/exchange/files/wholefile.h"
#include "models/support/csvtext.h"
#include "ui/shared/messagebox.h"

#include <QCoreApplication>
#include <QPointer>
#include <QWidget>

namespace Sluice {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Sluice::RunFile)
};

} // namespace

void saveTable(QWidget *parent, const PathChooser &paths, const QString &title,
               const QString &fileName, const QList<QStringList> &table)
{
    const QByteArray text = csvText(table); // as it was when it was asked for
    const QPointer<QWidget> window(parent->window());
    paths.saveFile(parent->window(), title, fileName, [window, text](const QStringList &chosen) {
        if (chosen.isEmpty())
            return;
        const QString problem = writeWhole(chosen.first(), text);
        if (!problem.isEmpty() && window)
            showMessage(window, Texts::tr("The file was not written."), problem);
    });
}

} // namespace Sluice
