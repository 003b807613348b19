// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// For ThreadSanitizer builds alone. Debian's Qt is not instrumented, so the order its event queue gives (what was
// written before a function was posted to an object is seen when that object gets the event) is told here.
#include <QEvent>
#include <QMetaObject>
#include <QObject>

#include <dlfcn.h>

extern "C" void __tsan_acquire(void* address);
extern "C" void __tsan_release(void* address);

/// Stands before Qt's own: our code posts through it.
bool QMetaObject::invokeMethodImpl(QObject* object, QtPrivate::QSlotObjectBase* slot, Qt::ConnectionType type,
                                   void* ret)
{
    using Post = bool (*)(QObject*, QtPrivate::QSlotObjectBase*, Qt::ConnectionType, void*);
    static const auto post = reinterpret_cast<Post>(
        dlsym(RTLD_NEXT,
              "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv"));
    __tsan_release(object);
    return post(object, slot, type, ret);
}

/// The tables of our classes lead here.
bool QObject::event(QEvent* event)
{
    using Deliver = bool (*)(QObject*, QEvent*);
    static const auto deliver = reinterpret_cast<Deliver>(dlsym(RTLD_NEXT, "_ZN7QObject5eventEP6QEvent"));
    __tsan_acquire(this);
    return deliver(this, event);
}
