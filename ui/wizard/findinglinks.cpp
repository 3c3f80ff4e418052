// SPDX-License-Identifier: Apache-2.0
#include "ui/wizard/findinglinks.h"

#include "models/form/formmodel.h"
#include "ui/form/noteline.h"
#include "ui/theme/fonts.h"
#include "ui/wizard/wizardpages.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int greatestHeight = 132; // of the lines

} // namespace

FindingLinks::FindingLinks(const FormModel *form, QWidget *parent)
    : QWidget(parent)
    , m_form(form)
    , m_fact(new NoteLine(Family::Warning, this))
    , m_lines(new QLabel(this))
    , m_area(new QScrollArea(this))
{
    setObjectName(u"findingLinks"_s);
    m_lines->setObjectName(u"findingLinksText"_s);
    m_lines->setTextFormat(Qt::RichText);
    m_lines->setWordWrap(true);
    m_lines->setFont(smallFont());
    m_lines->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_lines->setFocusPolicy(Qt::StrongFocus);
    m_lines->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_area->setWidget(m_lines);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->viewport()->setAutoFillBackground(false);
    m_lines->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Size::Gap / 2);
    layout->addWidget(m_fact);
    layout->addWidget(m_area);
    connect(m_lines, &QLabel::linkActivated, this, &FindingLinks::fieldRequested);
    hide();
}

QString FindingLinks::lineOf(const DefinitionFinding &finding) const
{
    const QModelIndex field = m_form->indexOf(finding.path);
    if (!field.isValid())
        return finding.text.toHtmlEscaped();
    const auto section = Section(field.data(FormModel::SectionRole).toInt());
    const QString place = tr("%1: %2").arg(WizardPages::title(WizardPages::pageOf(section)),
                                           field.data(FormModel::LabelRole).toString());
    return u"<a href=\"%1\">%2</a>&nbsp; %3"_s.arg(finding.path, place.toHtmlEscaped(),
                                                   finding.text.toHtmlEscaped());
}

void FindingLinks::setFindings(const QList<DefinitionFinding> &findings)
{
    QStringList lines;
    for (const DefinitionFinding &finding : findings)
        lines.append(lineOf(finding));
    const auto count = findings.size();
    m_fact->setText(count == 0   ? QString()
                    : count == 1 ? tr("1 finding. It blocks nothing.")
                                 : tr("%L1 findings. They block nothing.").arg(count));
    m_lines->setText(u"<div style=\"line-height:130%\">%1</div>"_s.arg(lines.join(u"<br>"_s)));
    m_lines->setAccessibleName(m_fact->text());
    setVisible(count > 0);
    fitHeight();
}

// As high as its lines, as long as the JSON stays in view.
void FindingLinks::fitHeight()
{
    const int height = m_lines->heightForWidth(width()) + 2;
    m_area->setFixedHeight(std::min(height, greatestHeight));
}

void FindingLinks::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHeight();
}

} // namespace Sluice
