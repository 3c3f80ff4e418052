// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFile>
#include <QTimer>
#include <QVector>

namespace Sluice::Sandbox {

class Registry;
struct Transition;

// Writes each transition of a pipeline to a file, a line of JSON each. A timer looks now and then;
// the lines have the true times all the same. The destructor writes what is left.
class TransitionLog
{
public:
    // file: empty means no log.
    TransitionLog(Registry &registry, const QString &file);
    ~TransitionLog();

    Q_DISABLE_COPY_MOVE(TransitionLog)

    // False when the file cannot be written.
    bool isGood() const { return m_file.fileName().isEmpty() || m_file.isOpen(); }

private:
    void write(const QVector<Transition> &transitions);

    Registry &m_registry;
    QFile m_file;
    QTimer m_timer;
};

} // namespace Sluice::Sandbox
