// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace Sluice::Sandbox {

// Tells when the server is to end: on SIGTERM, SIGINT and, if wanted, the end of standard input.
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
