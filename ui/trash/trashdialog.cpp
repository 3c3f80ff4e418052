// SPDX-License-Identifier: Apache-2.0
#include "ui/trash/trashdialog.h"

#include "models/json/jsontext.h"
#include "models/store/localstore.h"
#include "models/store/trash/trashmodel.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/focusring.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/questionbox.h"
#include "ui/widgets/rowsview.h"
#include "ui/widgets/textlabel.h"

#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr QSize trashSize{880, 600};
constexpr int shortColumn = 140;

} // namespace

TrashDialog::TrashDialog(LocalStore *store, QWidget *parent)
    : Dialog(u"trashDialog"_s, tr("Trash"), trashSize, parent)
    , m_store(store)
    , m_model(new TrashModel(store->trash(), this))
    , m_table(new RowsView(m_model, tr("Deleted pipelines"), this))
    , m_empty(new EmptyState(m_table->viewport()))
    , m_unread(new TextLabel({}, TextLabel::Role::Body, TextLabel::Ink::Problem, this))
    , m_json(new JsonView(this))
{
    m_table->setObjectName(u"trashTable"_s);
    new FocusRing(m_table);
    m_table->horizontalHeader()->setSectionResizeMode(TrashModel::NameColumn, QHeaderView::Stretch);
    const QString date = QLocale().toString(QDateTime::currentDateTime(), QLocale::ShortFormat);
    m_table->setColumnWidth(TrashModel::ProjectColumn, shortColumn);
    m_table->setColumnWidth(TrashModel::AccountColumn, shortColumn);
    m_table->setColumnWidth(TrashModel::DeletedColumn,
                            fontMetrics().horizontalAdvance(date) + 3 * Size::PageMargin);
    m_empty->hide();
    m_unread->setObjectName(u"trashUnread"_s);
    m_unread->setWordWrap(true);
    m_unread->hide();
    auto *note = new TextLabel(tr("Definitions of pipelines that were deleted from here. Created "
                                  "again, a pipeline gets a new id and starts from the beginning."),
                               TextLabel::Role::Small, TextLabel::Ink::Secondary, this);
    note->setWordWrap(true);
    QSplitter *parts = makeParts(Qt::Vertical, {m_table, m_json});
    QVBoxLayout *layout = makeColumn();
    layout->addWidget(note);
    layout->addWidget(m_unread);
    layout->addWidget(parts, 1);
    layout->addLayout(makeButtons());
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TrashDialog::choose);
    connect(m_model, &TrashModel::loaded, this, [this] {
        showRows();
        m_table->selectRow(0);
    });
    connect(m_model, &TrashModel::problemChanged, this, &TrashDialog::showRows);
    connect(m_empty, &EmptyState::buttonClicked, m_model, &TrashModel::refresh);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &TrashDialog::showRows);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &TrashDialog::showRows);
    choose();
}

QLayout *TrashDialog::makeButtons()
{
    m_emptyAll = addButton(tr("&Empty trash…"), u"emptyTrash"_s);
    m_remove = addButton(tr("&Remove…"), u"removeFromTrash"_s);
    m_create = addButton(tr("&Create again…"), u"createAgain"_s);
    m_create->setIcon(icon("plus"));
    m_create->setProperty("primary", true);
    QPushButton *close = addButton(tr("Close"), u"closeTrash"_s);
    QBoxLayout *layout = makeLine();
    layout->addWidget(m_emptyAll);
    layout->addWidget(m_remove);
    layout->addStretch(1);
    layout->addWidget(close);
    layout->addWidget(m_create);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_create, &QPushButton::clicked, this, &TrashDialog::create);
    connect(m_remove, &QPushButton::clicked, this, &TrashDialog::askToRemove);
    connect(m_emptyAll, &QPushButton::clicked, this, &TrashDialog::askToEmpty);
    return layout;
}

void TrashDialog::setCreateObstacle(const QString &obstacle)
{
    m_obstacle = obstacle;
    updateButtons();
}

void TrashDialog::updateButtons()
{
    const QString missing = chosen().id.isEmpty() ? chooseFirst() : QString();
    m_remove->setEnabled(missing.isEmpty());
    m_remove->setToolTip(missing);
    m_create->setEnabled(m_obstacle.isEmpty() && !m_definition.isEmpty());
    m_create->setToolTip(m_obstacle.isEmpty() ? missing : m_obstacle);
}

// Why nothing can be done with a pipeline that was deleted.
QString TrashDialog::chooseFirst() const
{
    return m_model->rowCount() == 0 ? tr("The trash is empty.")
                                    : tr("Choose a deleted pipeline first.");
}

TrashEntry TrashDialog::chosen() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? TrashEntry()
                          : rows.first().data(TrashModel::EntryRole).value<TrashEntry>();
}

void TrashDialog::choose()
{
    const TrashEntry entry = chosen();
    m_definition = {};
    m_unread->hide();
    m_json->setJson({});
    updateButtons();
    if (entry.id.isEmpty())
        return;
    m_store->trash()->definition(entry.id, this,
                                 [this, id = entry.id](const StoreResult<QJsonObject> &definition) {
                                     if (id == chosen().id)
                                         showDefinition(definition);
                                 });
}

void TrashDialog::showDefinition(const StoreResult<QJsonObject> &definition)
{
    m_unread->setVisible(!definition);
    if (!definition) {
        m_unread->setText(tr("This definition could not be read. %1").arg(definition.error().text));
        return;
    }
    m_definition = *definition;
    m_json->setJson(jsonText(m_definition));
    updateButtons();
}

void TrashDialog::create()
{
    const TrashEntry entry = chosen();
    const QJsonObject definition = m_definition;
    accept();
    Q_EMIT createRequested(entry, definition);
}

void TrashDialog::askToRemove()
{
    const TrashEntry entry = chosen();
    auto *box = new QuestionBox(tr("Remove %1 from the trash?").arg(entry.name),
                                tr("Its definition is then gone from this computer."), tr("Remove"),
                                QuestionBox::Kind::Danger, this);
    connect(box, &QDialog::accepted, this, [this, entry] { m_store->trash()->remove({entry.id}); });
    box->open();
}

void TrashDialog::askToEmpty()
{
    auto *box =
        new QuestionBox(tr("Empty the trash?"),
                        tr("The definitions in it are then gone from this computer. Those whose "
                           "deletion is not confirmed yet stay."),
                        tr("Empty trash"), QuestionBox::Kind::Danger, this);
    connect(box, &QDialog::accepted, this, [this] { m_store->trash()->empty(); });
    box->open();
}

void TrashDialog::showRows()
{
    if (const StoreProblem &problem = m_model->problem())
        m_empty->setText(tr("The trash could not be read. %1").arg(problem.text), tr("Try again"));
    else
        m_empty->setText(tr("The trash is empty. What you delete here is kept in it."));
    m_empty->setVisible(m_model->rowCount() == 0);
    m_json->setVisible(m_model->rowCount() > 0);
    if (m_model->problem() && m_model->rowCount() > 0) {
        m_unread->setText(tr("The trash could not be read again. %1").arg(m_model->problem().text));
        m_unread->show();
    }
    m_emptyAll->setEnabled(m_model->rowCount() > 0);
    m_emptyAll->setToolTip(m_emptyAll->isEnabled() ? QString() : tr("The trash is empty."));
    updateButtons();
}

} // namespace Sluice
