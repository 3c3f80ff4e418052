// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/pipelinedocument.h"
#include "tests/support/guidedefinition.h"

#include <QDir>

// Shared by the tests of a document.
namespace Sluice {

inline const QString hostPath = QStringLiteral("streamingSource.connection.host");
inline const QString userPath = QStringLiteral("streamingSource.connection.username");

// The guide's definition, and one definition of each source and target type.
inline QList<QJsonObject> exampleDefinitions()
{
    QList<QJsonObject> all{guideDefinition()};
    const QDir folder(QStringLiteral(SLUICE_TEST_DATA "/definitions"));
    const QStringList names = folder.entryList({QStringLiteral("*.json")});
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("unreadable");
        all.append(QJsonDocument::fromJson(file.readAll()).object());
    }
    return all;
}

// Types the text key by key, as into a field.
inline void type(PipelineDocument &document, const QString &path, const QString &text)
{
    for (qsizetype length = 1; length <= text.size(); ++length)
        document.form()->setValue(path, text.left(length));
}

} // namespace Sluice
