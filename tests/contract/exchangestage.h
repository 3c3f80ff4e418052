// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/contract/shell.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

namespace Sluice::Test {

inline const QString exchangeProject = QStringLiteral("Test-project");

// A shell, a sandbox with the guide's project, and a folder for definitions.
class ExchangeStage
{
public:
    ExchangeStage() { m_shell.startSandbox(); }

    Shell &shell() { return m_shell; }

    QString folder() const { return m_folder.path(); }

    QString path(const QString &name) const { return m_folder.filePath(name); }

    bool write(const QString &name, const QByteArray &text) const;
    QByteArray read(const QString &name) const;
    // Creates a pipeline on the server with the program.
    bool create(const QJsonObject &definition) const;
    QJsonArray onServer() const;
    // Runs a verb on the project and the folder.
    Run run(const QString &verb, const QStringList &more = {}) const;

private:
    Shell m_shell;
    QTemporaryDir m_folder;
};

// The guide's pipeline with this name and one table dbo.TABLE.
QJsonObject definition(const QString &name, const QString &table = QStringLiteral("orders"));
// The JSON text as a list. Empty when it is not a list.
QJsonArray list(const QByteArray &text);

} // namespace Sluice::Test
