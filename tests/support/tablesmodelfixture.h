// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/tables/tablesmodel.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>

#include <memory>

namespace Sluice {

inline QJsonArray json(const char *text)
{
    return QJsonDocument::fromJson(text).array();
}

// The base of the tests of tables. Before each test function it makes a model without tables.
class TablesModelTest : public QObject
{
    Q_OBJECT

protected Q_SLOTS:

    void init()
    {
        m_model = std::make_unique<TablesModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

protected:
    QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < m_model->rowCount(); ++row)
            names.append(m_model->index(row, 0).data().toString() + QLatin1Char('.') +
                         m_model->index(row, 1).data().toString());
        return names;
    }

    void setNames(const QStringList &names)
    {
        m_model->setTables({});
        m_model->addText(names.join(QLatin1Char('\n')));
    }

    QString error(int row, int column) const
    {
        return m_model->index(row, column).data(TablesModel::ErrorRole).toString();
    }

    std::unique_ptr<TablesModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

} // namespace Sluice
