// SPDX-License-Identifier: Apache-2.0
#include "ui/wizard/problemlinks.h"

#include "models/form/formmodel.h"
#include "ui/form/noteline.h"
#include "ui/theme/fonts.h"
#include "ui/wizard/wizardpages.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int mostLinks = 6;

} // namespace

ProblemLinks::ProblemLinks(const FormModel *form, QWidget *parent)
    : QWidget(parent)
    , m_form(form)
    , m_fact(new NoteLine(Family::Warning, this))
    , m_links(new QLabel(this))
{
    setObjectName(u"problemLinks"_s);
    m_links->setObjectName(u"problemLinksText"_s);
    m_links->setTextFormat(Qt::RichText);
    m_links->setWordWrap(true);
    m_links->setFont(smallFont());
    m_links->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_links->setFocusPolicy(Qt::StrongFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Size::Gap / 2);
    layout->addWidget(m_fact);
    layout->addWidget(m_links);
    connect(m_links, &QLabel::linkActivated, this, &ProblemLinks::fieldRequested);
}

void ProblemLinks::setProjectMissing(bool missing)
{
    m_projectMissing = missing;
    refresh();
}

QStringList ProblemLinks::links() const
{
    QStringList links;
    const auto add = [&links](WizardPages::Page page, const QString &path, const QString &label) {
        const QString place = tr("%1: %2").arg(WizardPages::title(page), label);
        links.append(u"<a href=\"%1\">%2</a>"_s.arg(path, place.toHtmlEscaped()));
    };
    if (m_projectMissing)
        add(WizardPages::Basics, WizardPages::projectPath(), tr("Project"));
    for (int row = 0; row < m_form->rowCount(); ++row) {
        if (m_form->checkRow(row).isEmpty())
            continue;
        const QModelIndex index = m_form->index(row);
        const auto section = Section(index.data(FormModel::SectionRole).toInt());
        add(WizardPages::pageOf(section), index.data(FormModel::PathRole).toString(),
            index.data(FormModel::LabelRole).toString());
    }
    return links;
}

QString ProblemLinks::factOf(qsizetype count) const
{
    if (count == 0)
        return {};
    const QString fact =
        count == 1 ? tr("1 field looks wrong.") : tr("%1 fields look wrong.").arg(count);
    if (m_projectMissing)
        return tr("%1 Nothing can be created without a project.").arg(fact);
    // With a draft the footer says why nothing can be created.
    if (!m_form->draftLabel().isEmpty())
        return fact;
    return tr("%1 The server may refuse the pipeline; you can try all the same.").arg(fact);
}

void ProblemLinks::refresh()
{
    QStringList shown = links();
    m_fact->setText(factOf(shown.size()));
    setVisible(!shown.isEmpty());
    if (shown.size() > mostLinks) {
        const qsizetype more = shown.size() - mostLinks;
        shown = shown.first(mostLinks);
        shown.append(tr("%1 more").arg(more));
    }
    m_links->setText(shown.join(u" &nbsp;·&nbsp; "_s));
}

} // namespace Sluice
