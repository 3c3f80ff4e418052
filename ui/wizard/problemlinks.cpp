// SPDX-License-Identifier: Apache-2.0
#include "ui/wizard/problemlinks.h"

#include "models/form/formmodel.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/noteline.h"
#include "ui/wizard/wizardpages.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

ProblemLinks::ProblemLinks(const FormModel *form, QWidget *parent)
    : QWidget(parent)
    , m_form(form)
    , m_fact(new NoteLine(Family::Warning, this))
    , m_flow(new FlowLayout)
{
    setObjectName(u"problemLinks"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Size::Gap / 2);
    layout->addWidget(m_fact);
    layout->addLayout(m_flow);
}

void ProblemLinks::setProjectMissing(bool missing)
{
    m_projectMissing = missing;
    refresh();
}

ProblemLinks::Problems ProblemLinks::problems() const
{
    Problems found;
    const auto add = [&found](WizardPages::Page page, const QString &path, const QString &label) {
        found.links.append({path, tr("%1: %2").arg(WizardPages::title(page), label)});
    };
    if (m_projectMissing) {
        add(WizardPages::Basics, WizardPages::projectPath(), tr("Project"));
        ++found.missing;
    }
    for (int row = 0; row < m_form->rowCount(); ++row) {
        if (m_form->checkRow(row).isEmpty())
            continue;
        const QModelIndex index = m_form->index(row);
        const auto section = Section(index.data(FormModel::SectionRole).toInt());
        add(WizardPages::pageOf(section), index.data(FormModel::PathRole).toString(),
            index.data(FormModel::LabelRole).toString());
        if (m_form->isMissing(row))
            ++found.missing;
    }
    return found;
}

QString ProblemLinks::countsOf(const Problems &problems)
{
    const qsizetype missing = problems.missing;
    const qsizetype wrong = problems.links.size() - missing;
    QStringList counts;
    if (missing > 0)
        counts += tr("%n field(s) are missing.", nullptr, int(missing));
    if (wrong > 0)
        counts += tr("%n field(s) look wrong.", nullptr, int(wrong));
    return counts.join(u' ');
}

QString ProblemLinks::factOf(const Problems &problems) const
{
    if (problems.links.isEmpty())
        return {};
    QString fact = countsOf(problems);
    if (m_projectMissing)
        return tr("%1 Nothing can be created without a project.").arg(fact);
    // With a draft the footer says why nothing can be created.
    if (!m_form->draftLabel().isEmpty())
        return fact;
    return tr("%1 The server may refuse the pipeline; you can try all the same.").arg(fact);
}

void ProblemLinks::refresh()
{
    const Problems found = problems();
    m_fact->setText(factOf(found));
    // Keeps the links that stay: one of them may have the focus.
    while (m_links.size() > found.links.size()) {
        LinkButton *gone = m_links.takeLast();
        gone->hide();
        gone->deleteLater(); // it may be in the middle of its click
    }
    while (m_links.size() < found.links.size())
        m_links.append(addLink());
    for (qsizetype i = 0; i < found.links.size(); ++i) {
        m_links.at(i)->setObjectName(u"problemLink."_s + found.links.at(i).path);
        m_links.at(i)->setText(found.links.at(i).text);
        m_links.at(i)->updateGeometry();
    }
    setVisible(!found.links.isEmpty());
}

LinkButton *ProblemLinks::addLink()
{
    auto *link = new LinkButton(this);
    m_flow->addWidget(link);
    connect(link, &LinkButton::clicked, this,
            [this, link] { Q_EMIT fieldRequested(link->objectName().section(u'.', 1)); });
    return link;
}

} // namespace Sluice
