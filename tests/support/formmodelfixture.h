// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/formmodel.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QJsonDocument>

#include <memory>

namespace Sluice::Test {

// Gives each test function a form of its own, watched by a model tester. Gives short names to its
// paths.
class FormModelFixture : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_model = std::make_unique<FormModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

protected:
    const QString host = QStringLiteral("streamingSource.connection.host");
    const QString port = QStringLiteral("streamingSource.connection.port");
    const QString username = QStringLiteral("streamingSource.connection.username");
    const QString password = QStringLiteral("streamingSource.connection.password");
    const QString sourceTables = QStringLiteral("streamingSource.tables");
    const QString sourceType = QStringLiteral("streamingSource.type");
    const QString targetType = QStringLiteral("streamingTarget.type");
    const QString authentication = QStringLiteral("streamingTarget.connection.authentication");
    const QJsonValue gone{QJsonValue::Undefined};

    FormModel *model() const { return m_model.get(); }

    QVariant data(const QString &path, int role) const { return m_model->indexOf(path).data(role); }

    QString error(const QString &path) const { return data(path, FormModel::ErrorRole).toString(); }

    bool set(const QString &path, const QJsonValue &value)
    {
        return m_model->setData(m_model->indexOf(path), QVariant::fromValue(value),
                                FormModel::ValueRole);
    }

    // A definition of tests/data; empty when it cannot be read.
    static QJsonObject fixture(const QString &name)
    {
        QFile file(QStringLiteral(SLUICE_TEST_DATA "/") + name);
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                              : QJsonObject();
    }

    static QJsonObject guide() { return fixture(QStringLiteral("guide/create-request.json")); }

private:
    std::unique_ptr<FormModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

} // namespace Sluice::Test
