// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace Sluice {

class LabelBook;
class LabelStore;

// Gives a LabelBook the pins, tags and notes of earlier runs, and keeps what becomes of them.
class LabelKeeper final : public QObject
{
    Q_OBJECT

public:
    // Both outlive it.
    LabelKeeper(LabelBook *book, LabelStore *store, QObject *parent = nullptr);
};

} // namespace Sluice
