// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/definitiontab.h"

#include "models/definition/definitiontypes.h"
#include "models/document/pipelinedocument.h"
#include "models/form/sectionsmodel.h"
#include "ui/editor/problemspanel.h"
#include "ui/editor/sectiondelegate.h"
#include "ui/editor/sectionheading.h"
#include "ui/form/view/formpage.h"
#include "ui/form/view/formview.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/calmcombobox.h"
#include "ui/widgets/rule.h"
#include "ui/widgets/taborder.h"

#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int listWidth = 208;
constexpr int foldWidth = 900; // in a narrower window list and form do not fit beside each other

} // namespace

DefinitionTab::DefinitionTab(PipelineDocument *document, const FieldContext &context,
                             QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_context(context)
    , m_sections(new SectionsModel(document->form(), this))
    , m_list(new QListView(this))
    , m_pickLine(new QWidget(this))
    , m_pick(new CalmComboBox(m_pickLine))
    , m_listRule(new Rule(Qt::Vertical, this))
    , m_page(new FormPage(this))
    , m_unknown(new Banner(Banner::Kind::Information, this))
    , m_problems(new ProblemsPanel(document->form(), this))
{
    setObjectName(u"definitionTab"_s);
    m_list->setObjectName(u"sectionList"_s);
    m_list->setAccessibleName(tr("Sections of the definition"));
    m_list->setModel(m_sections);
    m_list->setItemDelegate(new SectionDelegate(m_list));
    m_list->setFixedWidth(listWidth);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setBackgroundRole(QPalette::Window);
    m_list->viewport()->setBackgroundRole(QPalette::Window);
    m_pick->setObjectName(u"sectionPick"_s);
    m_pick->setAccessibleName(m_list->accessibleName());
    m_pick->setModel(m_sections);
    m_unknown->setObjectName(u"unknownTypeBanner"_s);
    connect(m_unknown->addButton(tr("Edit as JSON")), &QPushButton::clicked, this,
            &DefinitionTab::jsonRequested);

    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_list);
    middle->addWidget(m_listRule);
    middle->addWidget(m_page, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    auto *pick = new QHBoxLayout(m_pickLine);
    pick->setContentsMargins(Size::PageMargin, Size::Gap, Size::PageMargin, Size::Gap);
    pick->addWidget(m_pick);
    layout->addWidget(m_unknown);
    layout->addWidget(m_pickLine);
    layout->addLayout(middle, 1);
    layout->addWidget(m_problems);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) { goToSection(current.row()); });
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex &index) { goToSection(index.row()); });
    connect(m_pick, &QComboBox::activated, this, &DefinitionTab::goToSection);
    connect(m_page->verticalScrollBar(), &QScrollBar::valueChanged, this,
            &DefinitionTab::followScroll);
    // The headings get their places when the page is laid out.
    connect(m_page->verticalScrollBar(), &QScrollBar::rangeChanged, this,
            &DefinitionTab::followScroll);
    connect(m_problems, &ProblemsPanel::placeRequested, this, &DefinitionTab::goToPlace);
    connect(document, &PipelineDocument::changed, this, &DefinitionTab::showTypes);
    showTypes();
    followScroll();
}

void DefinitionTab::ensureSections()
{
    if (!m_headings.isEmpty())
        return;
    for (int row = 0; row < m_sections->rowCount(); ++row) {
        const QModelIndex index = m_sections->index(row);
        auto *heading = new SectionHeading(index, this);
        m_headings.append(heading);
        m_page->addWidget(heading);
        const auto section = Section(index.data(SectionsModel::SectionRole).toInt());
        auto *form = new FormView(m_document->form(), section, m_context, this);
        form->setShowChanges(true);
        form->setLabelsShown(section != Section::Tables);
        connect(form, &FormView::revertRequested, m_document, &PipelineDocument::revertField);
        m_page->addForm(form);
        heading->show(); // now and not in the next turn: one of them may be asked for at once
        form->show();
    }
}

void DefinitionTab::showEvent(QShowEvent *event)
{
    ensureSections();
    QWidget::showEvent(event);
}

void DefinitionTab::goToSection(int row)
{
    if (m_isScrolling || row < 0)
        return;
    ensureSections();
    const QScopedValueRollback scrolling(m_isScrolling, true);
    m_page->verticalScrollBar()->setValue(m_headings.at(row)->y());
}

// The list shows the section that is being read: the last one whose heading has reached the top.
void DefinitionTab::followScroll()
{
    if (m_isScrolling)
        return;
    const QScopedValueRollback scrolling(m_isScrolling, true);
    const int top = m_page->verticalScrollBar()->value() + Size::PageRow;
    int current = 0;
    for (int row = 0; row < int(m_headings.size()); ++row) {
        const int y = m_headings.at(row)->y();
        if (y > 0 && y <= top) // 0: not placed yet
            current = row;
    }
    showSection(current);
    if (current < m_page->forms().size())
        m_page->setRead(m_page->forms().at(current));
}

void DefinitionTab::showSection(int row)
{
    m_list->setCurrentIndex(m_sections->index(row));
    m_pick->setCurrentIndex(row);
}

void DefinitionTab::fold()
{
    const bool isNarrow = width() < foldWidth;
    m_pickLine->setVisible(isNarrow);
    m_list->setVisible(!isNarrow);
    m_listRule->setVisible(!isNarrow);
}

void DefinitionTab::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fold();
}

bool DefinitionTab::knowsTypes() const
{
    const QJsonObject &definition = m_document->mine();
    return typeOf(Side::Source, definition) && typeOf(Side::Target, definition);
}

void DefinitionTab::showTypes()
{
    m_unknown->setVisible(!knowsTypes());
    const bool knowsSource = typeOf(Side::Source, m_document->mine()) != nullptr;
    const QString id = typeIdOf(knowsSource ? Side::Target : Side::Source, m_document->mine());
    const QString fact = knowsSource ? tr("Sluice does not know the target type “%1”.").arg(id)
                                     : tr("Sluice does not know the source type “%1”.").arg(id);
    m_unknown->setText(fact, tr("Its fields can be edited as JSON; all of them are kept."));
}

bool DefinitionTab::focusField(const QString &path)
{
    ensureSections();
    if (!m_page->focusField(path))
        return false;
    // Its section may have no room to scroll to the top.
    const QWidget *field = window()->focusWidget();
    const QList<FormView *> forms = m_page->forms();
    const auto its = std::find_if(forms.cbegin(), forms.cend(), [field](const FormView *form) {
        return form->isAncestorOf(field);
    });
    if (its != forms.cend()) {
        const QScopedValueRollback scrolling(m_isScrolling, true);
        showSection(int(its - forms.cbegin()));
    }
    return true;
}

void DefinitionTab::focusForm()
{
    ensureSections();
    const QList<QWidget *> stops = TabOrder::stopsIn(m_page);
    if (!stops.isEmpty())
        stops.first()->setFocus(Qt::OtherFocusReason);
}

void DefinitionTab::goToPlace(const QString &path, bool inForm)
{
    if (!inForm || !focusField(path))
        Q_EMIT jsonRequested();
}

} // namespace Sluice
