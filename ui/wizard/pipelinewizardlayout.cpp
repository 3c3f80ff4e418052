// SPDX-License-Identifier: Apache-2.0
#include "ui/wizard/pipelinewizard.h"

#include "models/fleet/fleet.h"
#include "models/fleet/tablesources.h"
#include "ui/form/view/formpage.h"
#include "ui/form/view/formview.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/busyline.h"
#include "ui/widgets/helplabel.h"
#include "ui/widgets/leftoutbanner.h"
#include "ui/wizard/creationbanner.h"
#include "ui/wizard/namepreview.h"
#include "ui/wizard/placepicker.h"
#include "ui/wizard/reviewpage.h"
#include "ui/wizard/wizardfooter.h"

#include <QListView>
#include <QStackedWidget>
#include <QVBoxLayout>

// How the wizard is put together; what it does is in pipelinewizard.cpp.

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int pageListWidth = 224;

} // namespace

void PipelineWizard::makePages(Fleet *fleet, const ReferenceMonitor *secrets,
                               const FileChooser &tableFile)
{
    const auto tables = [this, pipelines = fleet->pipelines()] {
        return tableSources(*pipelines, m_place->place().account);
    };
    const SecretSources sources{fleet, secrets, [this] { return m_place->place().account; }};
    const FieldContext context{&m_runners, tables, sources, tableFile};
    for (int page = 0; page < WizardPages::Review; ++page) {
        auto *made = new FormPage(m_stack);
        if (page == WizardPages::Basics)
            made->addWidget(m_place);
        const QList<Section> sections = WizardPages::sections(WizardPages::Page(page));
        for (const Section section : sections) {
            auto *form = new FormView(&m_form, section, context, made);
            // One field that has the page to itself: the page's title says what it is.
            form->setLabelsShown(section != Section::SourceType && section != Section::Tables &&
                                 section != Section::TargetType);
            made->addForm(form);
        }
        if (page == WizardPages::TargetSettings)
            made->addWidget(new NamePreview(&m_form, made));
        m_formPages.append(made);
        m_stack->addWidget(made);
    }
    m_stack->addWidget(m_review);
}

QWidget *PipelineWizard::makeHeader()
{
    auto *header = new QWidget(this);
    m_title = new QLabel(header);
    m_title->setObjectName(u"pageTitle"_s);
    m_title->setFont(titleFont());
    m_subtitle = new HelpLabel(header);
    m_subtitle->setWordWrap(true);
    auto *layout = new QVBoxLayout(header);
    layout->setContentsMargins(24, 20, 24, Size::PageMargin);
    layout->setSpacing(2);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle);
    return header;
}

void PipelineWizard::makeLayout()
{
    m_list->setObjectName(u"pageList"_s);
    m_list->setAccessibleName(tr("Pages"));
    m_list->setModel(&m_pages);
    m_list->setItemDelegate(new PageListDelegate(WizardPages::StateRole, WizardPages::ChosenRole,
                                                 WizardPages::ProblemsRole, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFixedWidth(pageListWidth);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setBackgroundRole(QPalette::Window);

    auto *right = new QWidget(this);
    right->setAutoFillBackground(true);
    right->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(m_banner);
    column->addWidget(m_leftOut);
    column->addWidget(m_stack, 1);
    m_busy = new BusyLine(right);

    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    auto *left = new QVBoxLayout;
    left->setContentsMargins(0, Size::Gap, 0, 0);
    left->addWidget(m_list);
    middle->addLayout(left);
    middle->addWidget(right, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(middle, 1);
    layout->addWidget(m_footer);
}

} // namespace Sluice
