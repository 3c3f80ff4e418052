// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/references/referenceindex.h"

#include <QHash>
#include <QList>
#include <QString>

#include <memory>
#include <vector>

namespace Sluice {

struct ReferenceMapUse;

// One row of the map of vaults and secrets, with the rows below it. The leaves are uses.
struct ReferenceMapNode {
    enum class Mode { ByVault, ByRunner };
    enum class Kind { Runner, Vault, Secret, Use };

    struct Counts {
        int uses = 0;
        int findings = 0;
    };

    // The texts of a row, and its id among its siblings.
    struct Row {
        Kind kind = Kind::Use;
        QString id;
        QString name;
        QString details; // of a runner: its cloud and account
        SecretReference reference;

        bool operator==(const Row &) const = default;
    };

    Row row;
    PipelineKey pipeline; // of a use
    DefinitionPath path;  // of a use
    Counts counts;        // of all uses below; a use counts itself
    ReferenceMapNode *parent = nullptr;
    int place = 0; // among its siblings
    bool isGone = false;
    int goneChildren = 0;
    std::vector<std::unique_ptr<ReferenceMapNode>> children;
    QHash<QString, ReferenceMapNode *> byId; // children that are not uses

    bool isRoot() const { return parent == nullptr; }

    // Adds to the counts of this node and of all nodes above it.
    void add(const Counts &more);
    void append(std::unique_ptr<ReferenceMapNode> child);
    // Removes the children at these places.
    void remove(int first, int last);
};

// A use with the rows above it, from the top down. The use itself is last.
struct ReferenceMapUse {
    QList<ReferenceMapNode::Row> rows;
    PipelineKey pipeline;
    DefinitionPath path;
    int findings = 0;
};

ReferenceMapUse referenceMapUse(ReferenceMapNode::Mode mode, const PipelineReferences &pipeline,
                                const SecretUse &use);

} // namespace Sluice
