// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/views/filterchoice.h"

#include <QByteArray>

namespace Sluice {

// What the table of pipelines shows, and how, under a name.
struct SavedView {
    QString name;
    QString text; // see FilterText
    FilterChoice filter;
    QString account; // a place in the tree; empty: all accounts
    QString project; // empty: all projects of the account
    int sortColumn = 0;
    Qt::SortOrder order = Qt::AscendingOrder;
    QByteArray columns;     // which, where and how wide, as the table gives and takes it
    bool columnsFit = true; // the widths follow the window

    // Both work in the group in which the settings are.
    static SavedView read(QSettings &settings);
    void write(QSettings &settings) const;

    // True when both show the same rows in the same order. Columns do not count, as their widths
    // change with the window.
    bool isLike(const SavedView &other) const;

    bool operator==(const SavedView &) const = default;
};

} // namespace Sluice
