// SPDX-License-Identifier: Apache-2.0
#include "ui/transfer/exportprogress.h"

#include "models/exchange/exportrun.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/busyline.h"
#include "ui/widgets/textlabel.h"

#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sluice {

namespace {

constexpr auto patience = 400ms; // what is quicker needs no dialog
constexpr int leastWidth = 360;

} // namespace

ExportProgress::ExportProgress(ExportRun *run, QWidget *parent)
    : QDialog(parent)
    , m_run(run)
    , m_text(new TextLabel({}, TextLabel::Role::Body, TextLabel::Ink::Text, this))
{
    setObjectName(u"exportProgress"_s);
    setWindowTitle(tr("Export"));
    setMinimumWidth(leastWidth);
    run->setParent(this);
    m_text->setObjectName(u"exportProgressText"_s);
    auto *line = new BusyLine(this);
    line->setBusy(true);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"cancelExport"_s);
    cancel->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Size::PageMargin, Size::PageMargin, Size::PageMargin,
                               Size::PageMargin);
    layout->setSpacing(Size::Gap);
    layout->addWidget(m_text);
    layout->addWidget(line);
    layout->addWidget(cancel, 0, Qt::AlignRight);
    connect(cancel, &QPushButton::clicked, this, &ExportProgress::reject);
    connect(run, &ExportRun::progressed, this, &ExportProgress::showDone);
    connect(run, &ExportRun::finished, this, &QObject::deleteLater);
    QTimer::singleShot(patience, this, &QDialog::open);
    showDone(0);
}

void ExportProgress::showDone(int files)
{
    m_text->setText(tr("%L1 of %L2 files").arg(files).arg(m_run->fileCount()));
}

void ExportProgress::reject()
{
    m_run->cancel();
}

} // namespace Sluice
