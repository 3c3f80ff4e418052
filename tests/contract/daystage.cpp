// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/daystage.h"

#include "app/application.h"
#include "models/fleet/table/pipelinemodel.h"
#include "tests/support/sandboxprofile.h"
#include "ui/dashboard/pipelinetable.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QSettings>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Sluice::Test {

namespace {

constexpr int dayPatience = 20'000;

QString pipelinesOf(const QString &project)
{
    return u"/v1/projects/%1/streaming-pipelines"_s.arg(project);
}

} // namespace

DayStage::DayStage()
    : sandbox({u"--seed"_s, u"demo"_s, u"--speed"_s, u"50"_s, u"--rate-limit"_s, u"0"_s})
    , server(sandbox)
{
    qputenv("XDG_DATA_HOME", m_home.filePath(u"data"_s).toUtf8());
    QSettings().clear();
}

DayStage::~DayStage() = default;

void DayStage::start()
{
    m_program = std::make_unique<Application>(LaunchOptions(), &m_secrets);
    m_program->start();
}

bool DayStage::startConnected()
{
    LaunchOptions options;
    options.profile = profileOf(sandbox, u"day"_s);
    options.secret = sandbox.clientSecret();
    m_program = std::make_unique<Application>(options, &m_secrets);
    m_program->start();
    const auto isKnown = [this, count = pipelines().size()] {
        const QAbstractItemModel *rows = table()->model();
        if (!table()->isVisible() || rows->rowCount() != count)
            return false;
        for (int row = 0; row < count; ++row) {
            if (Badge(rows->index(row, 0).data(PipelineModel::BadgeRole).toInt()) ==
                Badge::NotChecked)
                return false;
        }
        return true;
    };
    return QTest::qWaitFor(isKnown, dayPatience);
}

void DayStage::end()
{
    m_program.reset();
}

QWidget *DayStage::window() const
{
    const QWidgetList widgets = QApplication::topLevelWidgets();
    for (QWidget *widget : widgets) {
        if (qobject_cast<MainWindow *>(widget))
            return widget;
    }
    return nullptr;
}

PipelineTable *DayStage::table() const
{
    return window()->findChild<PipelineTable *>(u"pipelineTable"_s);
}

QStringList DayStage::shownNames() const
{
    const QAbstractItemModel *rows = table()->model();
    QStringList names;
    for (int row = 0; row < rows->rowCount(); ++row)
        names += rows->index(row, 0).data(PipelineModel::NameRole).toString();
    return names;
}

QWidget *DayStage::findWidget(const QString &name)
{
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        if (widget->objectName() == name && widget->isVisible())
            return widget;
    }
    return nullptr;
}

QList<QJsonObject> DayStage::all(const QString &path)
{
    QList<QJsonObject> found;
    for (int page = 0;; ++page) {
        const QJsonArray results =
            server.get(u"%1?page=%2"_s.arg(path).arg(page)).json().value(u"results"_s).toArray();
        if (results.isEmpty())
            return found;
        for (const QJsonValue &each : results)
            found.append(each.toObject());
    }
}

QList<QJsonObject> DayStage::pipelines()
{
    QList<QJsonObject> found;
    const QList<QJsonObject> projects = all(u"/v1/projects"_s);
    for (const QJsonObject &project : projects)
        found += all(pipelinesOf(project.value(u"id"_s).toString()));
    return found;
}

QJsonObject DayStage::onServer(const QString &name)
{
    const QList<QJsonObject> found = pipelines();
    for (const QJsonObject &each : found) {
        if (each.value(u"name"_s).toString() == name)
            return each;
    }
    return {};
}

QString DayStage::path(const QString &name)
{
    const QJsonObject found = onServer(name);
    return pipelinesOf(found.value(u"projectId"_s).toString()) + u'/' +
           found.value(u"streamingPipelineId"_s).toString();
}

QStringList DayStage::namesIn(const QString &project)
{
    QStringList names;
    const QList<QJsonObject> projects = all(u"/v1/projects"_s);
    for (const QJsonObject &each : projects) {
        if (each.value(u"name"_s).toString() != project)
            continue;
        const QList<QJsonObject> found = all(pipelinesOf(each.value(u"id"_s).toString()));
        for (const QJsonObject &one : found)
            names += one.value(u"name"_s).toString();
    }
    return names;
}

} // namespace Sluice::Test
