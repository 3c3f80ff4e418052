// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace Sluice::Sandbox {

// The ways in which the server is told to end: SIGTERM, SIGINT and, on wish, the end of standard
// input.
class Endings : public QObject
{
    Q_OBJECT

public:
    explicit Endings(bool withStandardInput, QObject *parent = nullptr);

Q_SIGNALS:
    void asked();

private:
    void watchSignals();
    void watchStandardInput();
};

} // namespace Sluice::Sandbox
