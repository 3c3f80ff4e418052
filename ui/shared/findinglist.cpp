// SPDX-License-Identifier: Apache-2.0
#include "ui/shared/findinglist.h"

#include "models/references/findingstext.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/noteline.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

FindingList::FindingList(QWidget *parent)
    : QWidget(parent)
    , m_notes(new QVBoxLayout(this))
{
    m_notes->setContentsMargins({});
    m_notes->setSpacing(Size::Gap);
}

void FindingList::setFindings(const QList<ReferenceFinding> &findings,
                              const QJsonObject &definition)
{
    setVisible(!findings.isEmpty());
    if (findings == m_findings)
        return; // a link keeps the focus
    m_findings = findings;
    while (QLayoutItem *item = m_notes->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // its link may be in the middle of a click
        delete item;
    }
    for (const ReferenceFinding &finding : findings) {
        auto *note = new NoteLine(Family::Warning, this);
        note->setObjectName(u"findingNote"_s);
        note->setText(findingText(finding, definition));
        note->setAction(tr("Go to the field"));
        connect(note, &NoteLine::actionTriggered, this,
                [this, path = finding.path.text()] { Q_EMIT fieldRequested(path); });
        m_notes->addWidget(note);
    }
}

} // namespace Sluice
