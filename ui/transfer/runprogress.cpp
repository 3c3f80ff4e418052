// SPDX-License-Identifier: Apache-2.0
#include "ui/transfer/runprogress.h"

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

constexpr auto patience = 400ms; // a quicker run needs no dialog
constexpr int leastWidth = 360;

} // namespace

RunProgress::RunProgress(const QString &title, QObject *run, QWidget *parent)
    : Dialog(parent)
    , m_text(new TextLabel({}, TextLabel::Role::Body, TextLabel::Ink::Text, this))
{
    setObjectName(u"runProgress"_s);
    setWindowTitle(title);
    setMinimumWidth(leastWidth);
    run->setParent(this);
    m_text->setObjectName(u"runProgressText"_s);
    m_text->setWordWrap(true);
    auto *line = new BusyLine(this);
    line->setBusy(true);
    QPushButton *cancel = addButton(tr("Cancel"), u"cancelRun"_s);
    QVBoxLayout *layout = makeColumn();
    layout->addWidget(m_text);
    layout->addWidget(line);
    layout->addWidget(cancel, 0, Qt::AlignRight);
    connect(cancel, &QPushButton::clicked, this, &RunProgress::reject);
    QTimer::singleShot(patience, this, &QDialog::open);
}

void RunProgress::setText(const QString &text)
{
    m_text->setText(text);
}

void RunProgress::finish()
{
    hide();
    deleteLater();
}

void RunProgress::reject()
{
    Q_EMIT cancelled();
}

} // namespace Sluice
