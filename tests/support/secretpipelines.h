// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/references/referencelint.h"

// Makes pipelines and references for the tests of the index.
namespace Sluice {

inline const DefinitionPath passwordPath{QStringLiteral("streamingSource"),
                                         QStringLiteral("connection"), QStringLiteral("password")};
inline const DefinitionPath keyPath{QStringLiteral("streamingTarget"), QStringLiteral("connection"),
                                    QStringLiteral("authentication"), QStringLiteral("privateKey")};
inline const DefinitionPath passphrasePath{
    QStringLiteral("streamingTarget"), QStringLiteral("connection"),
    QStringLiteral("authentication"), QStringLiteral("passphrase")};

inline PipelineKey keyOf(const QString &id, const QString &account = QStringLiteral("acc"))
{
    return {account, QStringLiteral("p"), id};
}

inline SecretReference vaultSecret(const QString &name,
                                   const QString &vault = QStringLiteral("vault"))
{
    return {QStringLiteral("AZURE_KEY_VAULT"), vault, name, {}};
}

// A pipeline with only these references.
inline PipelineReferences holderOf(const QString &id, const QList<SecretUse> &uses,
                                   const QString &source = QStringLiteral("sqlserver db orders"))
{
    PipelineReferences made;
    made.key = keyOf(id);
    made.name = id;
    made.source = source;
    made.uses = uses;
    return made;
}

} // namespace Sluice
