// SPDX-License-Identifier: Apache-2.0
#include "tests/support/windowfixture.h"

#include "models/account/account.h"
#include "models/account/connectioncheck.h"
#include "models/fleet/table/pipelinemodel.h"
#include "tests/support/sandboxprocess.h"
#include "tests/support/signedin.h"
#include "ui/widgets/banner.h"

#include <QAbstractButton>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sluice::Test {

namespace {

StatusPoller::Intervals quick()
{
    StatusPoller::Intervals intervals;
    intervals.changing = 50ms;
    intervals.settled = 300ms;
    intervals.longest = 500ms;
    intervals.probe = 100ms;
    intervals.unseen = 300ms;
    return intervals;
}

QModelIndex findNode(const QAbstractItemModel *model, const QString &name,
                     const QModelIndex &parent)
{
    for (int row = 0; row < model->rowCount(parent); ++row) {
        const QModelIndex index = model->index(row, 0, parent);
        if (index.data().toString() == name)
            return index;
        const QModelIndex below = findNode(model, name, index);
        if (below.isValid())
            return below;
    }
    return {};
}

} // namespace

WindowFixture::WindowFixture(Theme *theme, CredentialStore *secrets)
    : m_settings(m_dir.filePath(u"sluice.ini"_s), QSettings::IniFormat)
    , m_fleet(quick())
    , m_parts{&m_fleet, &m_navigation, &m_references,       secrets ? secrets : &m_memory,
              theme,    &m_settings,   &makeConnectionCheck}
{
    m_parts.retention = &m_retention;
    m_fleet.pipelines()->setLogRetention(&m_retention);
    m_parts.paths.folder = [this](QWidget *, const QString &, const PathChooser::Chosen &chosen) {
        if (!m_chosenPaths.isEmpty())
            chosen(m_chosenPaths);
    };
    m_parts.paths.targetFolder = m_parts.paths.folder;
    m_parts.paths.jsonFiles = m_parts.paths.folder;
    m_parts.paths.textFile = m_parts.paths.folder;
    m_parts.paths.saveFile = [this](QWidget *, const QString &, const QString &,
                                    const PathChooser::Chosen &chosen) {
        if (!m_chosenPaths.isEmpty())
            chosen(m_chosenPaths);
    };
    reopen();
}

WindowFixture::~WindowFixture()
{
    m_window.reset();
}

void WindowFixture::reopen()
{
    if (m_window)
        m_window->close();
    m_window.reset();
    m_mutes.reset();
    m_labelKeeper.reset();
    m_recorder.reset();
    m_alerts = std::make_unique<AlertWatch>(&m_fleet);
    m_parts.alerts = m_alerts.get();
    if (m_store)
        openStore();
    m_window = std::make_unique<MainWindow>(m_parts);
    m_window->show();
    if (!QTest::qWaitForWindowExposed(m_window.get()))
        QTest::qFail("The window did not appear", __FILE__, __LINE__);
    m_window->activateWindow();
}

void WindowFixture::openStore()
{
    m_store.reset(); // first finishes the last writes of the former one
    m_store = std::make_unique<LocalStore>(storePath());
    m_recorder = std::make_unique<HistoryRecorder>(&m_fleet, m_store.get());
    m_recorder->follow(m_alerts.get());
    m_mutes = std::make_unique<MuteKeeper>(m_alerts.get(), m_store->mutes());
    m_labels = std::make_unique<LabelBook>(&m_fleet);
    m_labelKeeper = std::make_unique<LabelKeeper>(m_labels.get(), m_store->labels());
    m_parts.labels = m_labels.get();
    m_parts.store = m_store.get();
    m_parts.history = m_recorder->history();
}

void WindowFixture::addStore()
{
    m_window.reset();
    m_store = std::make_unique<LocalStore>(storePath());
    reopen();
}

Account *WindowFixture::signIn(const SandboxProcess &sandbox)
{
    Account *account = Test::signIn(&m_fleet, sandbox);
    const auto isComplete = [this, account] {
        const QList<Project> &projects = account->projects();
        return !projects.isEmpty() &&
               std::all_of(projects.cbegin(), projects.cend(),
                           [account](const Project &project) {
                               return account->pipelinesState(project.id) == LoadState::Loaded;
                           }) &&
               (m_fleet.pipelines()->rowCount() == 0 ||
                m_fleet.poller(account->id())->hasCompletedSweep());
    };
    if (!QTest::qWaitFor(isComplete, 20'000))
        QTest::qFail("The sandbox's pipelines did not arrive", __FILE__, __LINE__);
    m_fleet.pipelines()->flush();
    return account;
}

void WindowFixture::acceptAccounts()
{
    QObject::connect(m_window.get(), &MainWindow::connectRequested, &m_fleet,
                     [this](const Profile &profile, const QString &secret) {
                         m_fleet.addAccount(makeAccount(profile, secret));
                     });
    QObject::connect(m_window.get(), &MainWindow::disconnectRequested, &m_fleet,
                     [this](const QString &id) { m_fleet.removeAccount(id); });
}

bool WindowFixture::trigger(const QString &name)
{
    QAction *found = action(name);
    if (!found || !found->isEnabled())
        return false;
    found->trigger();
    return true;
}

bool WindowFixture::click(const QString &buttonName)
{
    auto *button = find<QAbstractButton>(buttonName);
    if (!button || !button->isVisible() || !button->isEnabled())
        return false;
    QTest::mouseClick(button, Qt::LeftButton);
    return true;
}

void WindowFixture::type(const QString &edit, const QString &text) const
{
    auto *field = find<QLineEdit>(edit);
    QVERIFY2(field, qPrintable(edit));
    field->selectAll();
    QTest::keyClicks(field, text);
}

QStringList WindowFixture::shownNames() const
{
    const QAbstractItemModel *model = table()->model();
    QStringList names;
    for (int row = 0; row < model->rowCount(); ++row)
        names += model->index(row, 0).data(PipelineModel::NameRole).toString();
    return names;
}

QModelIndex WindowFixture::row(const QString &pipeline) const
{
    const int row = int(shownNames().indexOf(pipeline));
    return row < 0 ? QModelIndex() : table()->model()->index(row, PipelineModel::NameColumn);
}

PipelineKey WindowFixture::key(const QString &pipeline) const
{
    return row(pipeline).data(PipelineModel::KeyRole).value<PipelineKey>();
}

QJsonObject WindowFixture::definition(const QString &pipeline) const
{
    return row(pipeline).data(PipelineModel::DefinitionRole).toJsonObject();
}

bool WindowFixture::select(const QStringList &pipelines)
{
    Qt::KeyboardModifiers keys = Qt::NoModifier;
    for (const QString &name : pipelines) {
        const QModelIndex index = row(name);
        if (!index.isValid())
            return false;
        table()->scrollTo(index);
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, keys,
                          table()->visualRect(index).center());
        keys = Qt::ControlModifier;
    }
    return true;
}

Badge WindowFixture::badge(const QString &pipeline) const
{
    const QModelIndex index = row(pipeline);
    return index.isValid() ? Badge(index.data(PipelineModel::BadgeRole).toInt())
                           : Badge::NotChecked;
}

bool WindowFixture::allOutdated() const
{
    const QAbstractItemModel *model = table()->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (!model->index(row, 0).data(PipelineModel::OutdatedRole).toBool())
            return false;
    }
    return model->rowCount() > 0;
}

QString WindowFixture::nameWith(Badge badge) const
{
    const QStringList names = shownNames();
    for (const QString &name : names) {
        if (this->badge(name) == badge)
            return name;
    }
    return {};
}

QModelIndex WindowFixture::node(const QString &name) const
{
    return findNode(tree()->model(), name, {});
}

QString WindowFixture::chooseFolder()
{
    QString folder = m_dir.filePath(u"chosen"_s);
    if (!QDir().mkpath(folder))
        QTest::qFail("The folder could not be made", __FILE__, __LINE__);
    setChosenPaths({folder});
    return folder;
}

QModelIndex WindowFixture::child(const QAbstractItemView *view, const QModelIndex &parent,
                                 const QString &text)
{
    const QAbstractItemModel *model = view->model();
    for (int row = 0; row < model->rowCount(parent); ++row) {
        if (model->index(row, 0, parent).data().toString() == text)
            return model->index(row, 0, parent);
    }
    return {};
}

QuestionBox *WindowFixture::question() const
{
    const auto boxes = m_window->findChildren<QuestionBox *>();
    for (QuestionBox *box : boxes) {
        if (box->isVisible())
            return box;
    }
    return nullptr;
}

bool WindowFixture::answer(bool accept)
{
    const QuestionBox *box = question();
    if (!box)
        return false;
    QTest::mouseClick(accept ? box->confirmButton() : box->cancelButton(), Qt::LeftButton);
    return true;
}

bool WindowFixture::closeMessage()
{
    return answer(true) && QTest::qWaitFor([this] { return !question(); });
}

QList<QWidget *> WindowFixture::banners() const
{
    QList<QWidget *> shown;
    const auto all = m_window->findChildren<Banner *>();
    for (Banner *banner : all) {
        if (banner->isVisible())
            shown += banner;
    }
    return shown;
}

bool WindowFixture::clickInBanner(const QString &button)
{
    const QList<QWidget *> shown = banners();
    for (QWidget *banner : shown) {
        const auto buttons = banner->findChildren<QPushButton *>();
        for (QPushButton *candidate : buttons) {
            if (candidate->text() != button || !candidate->isVisible())
                continue;
            QTest::mouseClick(candidate, Qt::LeftButton);
            return true;
        }
    }
    return false;
}

} // namespace Sluice::Test
