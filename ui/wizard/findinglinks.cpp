// SPDX-License-Identifier: Apache-2.0
#include "ui/wizard/findinglinks.h"

#include "models/form/formmodel.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/noteline.h"
#include "ui/widgets/textlabel.h"
#include "ui/wizard/wizardpages.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

FindingLinks::FindingLinks(const FormModel *form, QWidget *parent)
    : QWidget(parent)
    , m_form(form)
    , m_fact(new NoteLine(Family::Warning, this))
    , m_rows(new QVBoxLayout(this))
{
    setObjectName(u"findingLinks"_s);
    m_rows->setContentsMargins({});
    m_rows->setSpacing(Size::Gap / 2);
    m_rows->addWidget(m_fact);
    hide();
}

FindingLinks::Line FindingLinks::addLine()
{
    auto *row = new QWidget(this);
    auto *link = new LinkButton(row);
    auto *words = new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Text, row);
    words->setWordWrap(true);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(Size::Gap);
    layout->addWidget(link, 0, Qt::AlignTop);
    layout->addWidget(words, 1);
    m_rows->addWidget(row);
    connect(link, &LinkButton::clicked, this,
            [this, link] { Q_EMIT fieldRequested(link->objectName().section(u'.', 1)); });
    return {row, link, words};
}

void FindingLinks::fill(const Line &line, const DefinitionFinding &finding)
{
    const QModelIndex field = m_form->indexOf(finding.path);
    line.link->setVisible(field.isValid());
    line.link->setObjectName(u"findingLink."_s + finding.path);
    line.words->setText(finding.text);
    if (!field.isValid())
        return;
    const auto section = Section(field.data(FormModel::SectionRole).toInt());
    line.link->setText(tr("%1: %2").arg(WizardPages::title(WizardPages::pageOf(section)),
                                        field.data(FormModel::LabelRole).toString()));
    line.link->setAccessibleDescription(finding.text);
    line.link->updateGeometry();
}

void FindingLinks::setFindings(const QList<DefinitionFinding> &findings)
{
    const auto count = findings.size();
    m_fact->setText(count == 0 ? QString()
                               : tr("%Ln finding(s). They block nothing.", nullptr, int(count)));
    // Keeps the lines that stay: one of them may have the focus, or be in the middle of a click.
    while (m_lines.size() > count) {
        QWidget *gone = m_lines.takeLast().row;
        gone->hide();
        gone->deleteLater();
    }
    while (m_lines.size() < count)
        m_lines.append(addLine());
    for (qsizetype i = 0; i < count; ++i)
        fill(m_lines.at(i), findings.at(i));
    setVisible(count > 0);
}

} // namespace Sluice
