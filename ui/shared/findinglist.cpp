// SPDX-License-Identifier: Apache-2.0
#include "ui/shared/findinglist.h"

#include "models/references/findingstext.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/noteline.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int mostNotes = 2;

} // namespace

FindingList::FindingList(QWidget *parent)
    : QWidget(parent)
    , m_notes(new QVBoxLayout(this))
{
    m_notes->setContentsMargins({});
    m_notes->setSpacing(Size::Gap / 2);
    setMaximumWidth(mostWidth);
}

void FindingList::setFindings(const QList<ReferenceFinding> &findings,
                              const QJsonObject &definition)
{
    setVisible(!findings.isEmpty());
    if (findings == m_findings)
        return; // a link keeps the focus
    m_findings = findings;
    m_definition = definition;
    m_showsAll = findings.size() <= mostNotes + 1; // a line for one more is as high as that one
    fill();
}

void FindingList::clear()
{
    while (QLayoutItem *item = m_notes->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // its link may be in the middle of a click
        delete item;
    }
}

void FindingList::fill()
{
    clear();
    const qsizetype count = m_showsAll ? m_findings.size() : mostNotes;
    for (qsizetype i = 0; i < count; ++i)
        m_notes->addWidget(makeNote(m_findings.at(i)));
    if (m_showsAll)
        return;
    auto *more = new LinkButton(this);
    more->setObjectName(u"moreFindings"_s);
    more->setText(tr("Show %Ln more", nullptr, int(m_findings.size() - count)));
    m_notes->addWidget(more, 0, Qt::AlignLeft);
    connect(more, &LinkButton::clicked, this, [this] {
        m_showsAll = true;
        fill();
        // The key that was just pressed goes on with what came.
        if (QWidget *next = m_notes->itemAt(int(mostNotes))->widget())
            next->findChild<QAbstractButton *>()->setFocus();
    });
}

QWidget *FindingList::makeNote(const ReferenceFinding &finding)
{
    auto *note = new NoteLine(Family::Warning, this);
    note->setObjectName(u"findingNote"_s);
    const QString text = findingText(finding, m_definition);
    note->setText(text.section(u'\n', 0, 0));
    note->setToolTip(text);
    note->setActionAtEnd();
    note->setAction(tr("Go to the field"));
    note->findChild<QAbstractButton *>()->setAccessibleDescription(text);
    connect(note, &NoteLine::actionTriggered, this,
            [this, path = finding.path.text()] { Q_EMIT fieldRequested(path); });
    return note;
}

} // namespace Sluice
